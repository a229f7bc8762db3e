package com.neighborbid.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL has recorded of auctions' courses, for the components that follow a close. */
@ApplicationScoped
public class RecordedAuctions {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /**
     * Who leads by the record.
     *
     * @param price of the last bid, in the minor unit of the auction's currency
     * @param seq of the last bid
     */
    public record Winner(long member, int paddle, long price, long seq) {}

    /** The leader, who has won when the auction is closed and sold; empty without a bid. */
    @Transactional
    public Optional<Winner> winner(long auction) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("SELECT leader_member, leader, price, seq FROM bid_log"
                        + " WHERE auction_id = ?1 AND leader IS NOT NULL")
                .setParameter(1, auction)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Winner(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).intValue(),
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue()));
    }
}
