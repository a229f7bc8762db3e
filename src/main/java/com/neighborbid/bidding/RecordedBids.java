package com.neighborbid.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** The bids that PostgreSQL has, to read. */
@ApplicationScoped
class RecordedBids {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    /** A recorded bid with the head of the log after it. */
    record Line(ShownBid bid, String hash) {}

    /** At most {@code most} bids after a seq, rising. */
    @Transactional
    List<ShownBid> after(long auction, long seq, int most) {
        return lines(auction, seq, most).map(Line::bid).toList();
    }

    /** As {@link #after}, with hashes. */
    @Transactional
    List<Line> linesAfter(long auction, long seq, int most) {
        return lines(auction, seq, most).toList();
    }

    @SuppressWarnings("unchecked")
    private Stream<Line> lines(long auction, long seq, int most) {
        List<Object[]> rows = entities.createNativeQuery("SELECT seq, amount, paddle, proxy, at, hash FROM bid"
                        + " WHERE auction_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3")
                .setParameter(1, auction)
                .setParameter(2, seq)
                .setParameter(3, most)
                .getResultList();
        return rows.stream()
                .map(row -> new Line(
                        new ShownBid(
                                ((Number) row[0]).longValue(),
                                ((Number) row[1]).longValue(),
                                ((Number) row[2]).intValue(),
                                (Boolean) row[3],
                                ((Number) row[4]).longValue()),
                        (String) row[5]));
    }
}
