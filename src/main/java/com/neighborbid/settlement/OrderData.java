package com.neighborbid.settlement;

import com.neighborbid.member.PersonalData;
import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** A member's sales and purchases: they stay, without what the member said about them. */
@ApplicationScoped
class OrderData implements PersonalData {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "orders",
                        "SELECT id AS order_id, auction_id, title, CASE WHEN buyer_id = ?1 THEN 'buyer' ELSE 'seller' END"
                                + " AS side, price, fee, currency, status, created_at, released_at FROM auction_order"
                                + " WHERE buyer_id = ?1 OR seller_id = ?1 ORDER BY id"),
                new Section(
                        "statements",
                        "SELECT order_id, text, at FROM dispute_statement WHERE member_id = ?1 ORDER BY id"));
    }

    @Override
    public void checkFree(long member) {
        boolean open = !entities.createNativeQuery("SELECT 1 FROM auction_order WHERE (buyer_id = ?1 OR seller_id = ?1)"
                        + " AND status IN ('HELD_IN_ESCROW', 'DISPUTED') LIMIT 1")
                .setParameter(1, member)
                .getResultList()
                .isEmpty();
        if (open) {
            throw new RejectedException(OrderRejection.ORDER_OPEN);
        }
    }

    @Override
    public void erase(long member) {
        entities.createNativeQuery("UPDATE dispute_statement SET text = '' WHERE member_id = ?1")
                .setParameter(1, member)
                .executeUpdate();
    }
}
