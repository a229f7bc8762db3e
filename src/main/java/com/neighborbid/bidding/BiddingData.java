package com.neighborbid.bidding;

import com.neighborbid.member.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** A member's bids: they stay under the paddle's number, which the log that anyone can check has, too. */
@ApplicationScoped
class BiddingData implements PersonalData {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Override
    public List<Section> sections() {
        return List.of(
                new Section(
                        "paddles",
                        "SELECT auction_id, number AS paddle, bid_limit, changed_at FROM paddle WHERE member_id = ?1"
                                + " ORDER BY auction_id"),
                new Section(
                        "bids",
                        "SELECT d.auction_id, CASE d.kind WHEN 'A' THEN 'amount' ELSE 'maximum' END AS kind, d.value, d.ref,"
                                + " d.seq, d.at FROM paddle p JOIN decision d ON d.auction_id = p.auction_id"
                                + " AND d.paddle = p.number WHERE p.member_id = ?1 ORDER BY d.auction_id, d.n"));
    }

    @Override
    public void erase(long member) {
        entities.createNativeQuery("DELETE FROM outbid_notice WHERE member_id = ?1")
                .setParameter(1, member)
                .executeUpdate();
    }
}
