package com.neighborbid.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * The lives of the record. One begins when PostgreSQL came back older than it had been ({@code begin_life} in the
 * migrations); every epoch of it is above all epochs of the lives before, so what those decided is refused.
 */
@ApplicationScoped
@Transactional
class RecordLife {
    /** How many epochs an auction has room for in one life. */
    static final long EPOCHS = 1_000_000;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /**
     * How far an auction is recorded that is not closed.
     *
     * @param n of the last event
     * @param seq of the last bid
     */
    record Underway(long auction, long n, long seq) {}

    /** The life that an epoch belongs to. */
    static long of(long epoch) {
        return epoch / EPOCHS;
    }

    /** The life of now; 0 as long as nothing was ever restored. */
    long current() {
        return ((Number) entities.createNativeQuery("SELECT max(life) FROM record_life")
                        .getSingleResult())
                .longValue();
    }

    /** Auctions that are not closed and were in Redis once, by rising id, from the one after {@code after}. */
    List<Underway> underway(long after, int most) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "SELECT auction_id, n, seq FROM bid_log WHERE state <> 'CLOSED'"
                                + " AND epoch > 0 AND auction_id > ?1 ORDER BY auction_id LIMIT ?2")
                .setParameter(1, after)
                .setParameter(2, most)
                .getResultList();
        return rows.stream()
                .map(row -> new Underway(
                        ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .toList();
    }

    /** The seq up to which an auction's bids are recorded now. */
    long seq(long auction) {
        return ((Number) entities.createNativeQuery("SELECT seq FROM bid_log WHERE auction_id = ?1")
                        .setParameter(1, auction)
                        .getSingleResult())
                .longValue();
    }
}
