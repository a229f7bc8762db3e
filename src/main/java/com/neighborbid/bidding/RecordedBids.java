package com.neighborbid.bidding;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Replica;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * The bids that PostgreSQL has, to read: those of old auctions lie in the archive and read the same. Those of a closed
 * auction may come from the replica, until they are archived: an auction is closed there only after all its bids are.
 */
@ApplicationScoped
class RecordedBids {
    /** Where the hash stands in a row of {@link #HOT}. */
    private static final int HASH = 5;

    private static final String HOT =
            "SELECT seq, amount, paddle, proxy, at, hash FROM bid WHERE auction_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3";
    private static final String ARCHIVED = """
            SELECT b.place + CAST(?2 AS bigint), b.amount, b.paddle, b.proxy, b.at FROM bid_archive a
            CROSS JOIN LATERAL unnest(a.amounts[CAST(?2 AS integer) + 1 : CAST(?2 AS integer) + CAST(?3 AS integer)],
                                      a.paddles[CAST(?2 AS integer) + 1 : CAST(?2 AS integer) + CAST(?3 AS integer)],
                                      a.proxies[CAST(?2 AS integer) + 1 : CAST(?2 AS integer) + CAST(?3 AS integer)],
                                      a.times[CAST(?2 AS integer) + 1 : CAST(?2 AS integer) + CAST(?3 AS integer)])
                 WITH ORDINALITY AS b (amount, paddle, proxy, at, place)
            WHERE a.auction_id = ?1 ORDER BY 1""";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Replica replica;

    /** A recorded bid with the head of the log after it. */
    record Line(ShownBid bid, String hash) {}

    /** At most {@code most} bids after a seq, rising. */
    @Transactional
    List<ShownBid> after(long auction, long seq, int most) {
        List<Object[]> hot = hot(auction, seq, most);
        return hot.isEmpty() ? archivedAfter(auction, seq, most) : bids(hot);
    }

    /**
     * As {@link #after}, with the hashes that were recorded; of archived bids, which have none, those of the chain.
     *
     * @param head the log's head at {@code seq}
     */
    @Transactional
    List<Line> linesAfter(long auction, long seq, String head, int most) {
        List<Object[]> hot = hot(auction, seq, most);
        if (!hot.isEmpty()) {
            return hot.stream()
                    .map(row -> new Line(bid(row), row[HASH].toString()))
                    .toList();
        }
        List<Line> lines = new ArrayList<>();
        String last = head;
        for (ShownBid bid : archivedAfter(auction, seq, most)) {
            last = LogChain.next(last, Ids.text(auction), bid);
            lines.add(new Line(bid, last));
        }
        return lines;
    }

    /** As {@link #after}, of the archive alone. */
    @Transactional
    List<ShownBid> archivedAfter(long auction, long seq, int most) {
        return seq > Integer.MAX_VALUE - most ? List.of() : bids(rows(entities, ARCHIVED, auction, seq, most));
    }

    /** Where the replica has none, they may be archived there, or not be there yet. */
    private List<Object[]> hot(long auction, long seq, int most) {
        List<Object[]> finished = replica.ask(
                        entities,
                        from -> isClosed(from, auction) ? rows(from, HOT, auction, seq, most) : List.<Object[]>of())
                .orElse(List.of());
        return finished.isEmpty() ? rows(entities, HOT, auction, seq, most) : finished;
    }

    private static boolean isClosed(EntityManager from, long auction) {
        return !from.createNativeQuery("SELECT 1 FROM auction WHERE id = ?1 AND over")
                .setParameter(1, auction)
                .getResultList()
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(EntityManager from, String sql, long auction, long seq, int most) {
        return from.createNativeQuery(sql)
                .setParameter(1, auction)
                .setParameter(2, seq)
                .setParameter(3, most)
                .getResultList();
    }

    private static List<ShownBid> bids(List<Object[]> rows) {
        return rows.stream().map(RecordedBids::bid).toList();
    }

    private static ShownBid bid(Object[] row) {
        return new ShownBid(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).intValue(),
                (Boolean) row[3],
                ((Number) row[4]).longValue());
    }
}
