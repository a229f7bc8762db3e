package com.neighborbid.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Takes one auction's record back to its first bid, as a restore from an old backup would, and begins new lives. */
@ApplicationScoped
@Transactional
public class OlderRecord {
    @PersistenceContext
    private EntityManager entities;

    /** The auction's record as it was after its first bid. */
    void firstBidOnly(long auction) {
        execute("DELETE FROM decision WHERE auction_id = ?1 AND seq > 1", auction);
        execute("DELETE FROM bid WHERE auction_id = ?1 AND seq > 1", auction);
        execute(
                "UPDATE bid_log l SET n = d.n, seq = 1, head = b.hash, price = b.amount, leader = d.paddle,"
                        + " leader_member = p.member_id, leader_max = d.value FROM bid b, decision d, paddle p"
                        + " WHERE l.auction_id = ?1 AND b.auction_id = ?1 AND d.auction_id = ?1 AND p.auction_id = ?1"
                        + " AND p.number = d.paddle",
                auction);
        execute(
                "UPDATE auction a SET seq = l.seq, price = l.price, leader = l.leader FROM bid_log l"
                        + " WHERE a.id = ?1 AND l.auction_id = ?1",
                auction);
    }

    /** Begins a life in which auctions go on at once. */
    long begin() {
        return ((Number) entities.createNativeQuery("SELECT begin_life('a test', NULL)")
                        .getSingleResult())
                .longValue();
    }

    private void execute(String sql, long auction) {
        entities.createNativeQuery(sql).setParameter(1, auction).executeUpdate();
    }
}
