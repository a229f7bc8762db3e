package com.neighborbid.wallet;

import com.neighborbid.member.PersonalData;
import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** A member's money. The books are never changed, so there is nothing to erase: they know the member by its id alone. */
@ApplicationScoped
class WalletData implements PersonalData {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "accounts",
                        "SELECT kind, currency, balance FROM account WHERE owner = ?1 AND kind IN ('AVAILABLE', 'HELD')"
                                + " ORDER BY id"),
                new Section(
                        "entries",
                        "SELECT t.at AS posted_at, t.kind, a.kind AS account, p.amount, t.currency, p.balance_after,"
                                + " t.auction_id, t.order_id, t.payment_id FROM account a JOIN posting p"
                                + " ON p.account_id = a.id JOIN transfer t ON t.id = p.transfer_id"
                                + " WHERE a.owner = ?1 AND a.kind IN ('AVAILABLE', 'HELD') ORDER BY p.id"),
                new Section(
                        "payments",
                        "SELECT id AS payment_id, gateway, method, amount, currency, status, created_at FROM payment"
                                + " WHERE member_id = ?1 ORDER BY id"));
    }

    @Override
    public void checkFree(long member) {
        refuseIfAny(
                "SELECT 1 FROM hold WHERE member_id = ?1 AND state = 'OPEN' LIMIT 1",
                member,
                WalletRejection.HOLD_OPEN);
        refuseIfAny(
                "SELECT 1 FROM account WHERE owner = ?1 AND kind IN ('AVAILABLE', 'HELD') AND balance > 0 FOR UPDATE",
                member,
                WalletRejection.MONEY_IN_WALLET);
        refuseIfAny(
                "SELECT 1 FROM payment WHERE member_id = ?1 AND status = 'PENDING' LIMIT 1",
                member,
                WalletRejection.PAYMENT_PENDING);
    }

    @Override
    public void erase(long member) {}

    private void refuseIfAny(String sql, long member, WalletRejection why) {
        if (!entities.createNativeQuery(sql)
                .setParameter(1, member)
                .getResultList()
                .isEmpty()) {
            throw new RejectedException(why);
        }
    }
}
