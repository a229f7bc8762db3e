package com.neighborbid.bidding;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bids that PostgreSQL has, to read: those of old auctions lie in the archive and read the same. Those of a closed
 * auction may come from the replica, until they are archived: an auction is closed there only after all its bids are.
 */
@ApplicationScoped
class RecordedBids {
    private static final String HOT =
            "SELECT seq, amount, paddle, proxy, at, hash FROM bid WHERE auction_id = ? AND seq > ? ORDER BY seq LIMIT ?";
    /** Of the replica: nothing while the auction goes on. */
    private static final String FINISHED = HOT.replace("WHERE", "WHERE (SELECT over FROM auction WHERE id = ?) AND");

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
    private Reads reads;

    /** A recorded bid with the head of the log after it. */
    record Line(ShownBid bid, String hash) {}

    /** At most {@code most} bids after a seq, rising. */
    List<ShownBid> after(long auction, long seq, int most) {
        List<Line> hot = hot(auction, seq, most);
        return hot.isEmpty()
                ? reads.with(from -> archivedAfter(from, auction, seq, most))
                : hot.stream().map(Line::bid).toList();
    }

    /**
     * As {@link #after}, with the hashes that were recorded; of archived bids, which have none, those of the chain.
     *
     * @param head the log's head at {@code seq}
     */
    List<Line> linesAfter(long auction, long seq, String head, int most) {
        List<Line> hot = hot(auction, seq, most);
        if (!hot.isEmpty()) {
            return hot;
        }
        List<Line> lines = new ArrayList<>();
        String last = head;
        for (ShownBid bid : reads.with(from -> archivedAfter(from, auction, seq, most))) {
            last = LogChain.next(last, Ids.text(auction), bid);
            lines.add(new Line(bid, last));
        }
        return lines;
    }

    /** As {@link #after}, of the archive alone, as the transaction at hand sees it. */
    @Transactional
    List<ShownBid> archivedAfter(long auction, long seq, int most) {
        return archivedAfter(entities, auction, seq, most);
    }

    /** Where the replica has none, they may be archived there, or not be there yet. */
    private List<Line> hot(long auction, long seq, int most) {
        List<Line> finished = reads.rowsOfReplica(Select.of(FINISHED, auction, auction, seq, most), RecordedBids::line)
                .orElse(List.of());
        return finished.isEmpty() ? reads.rows(Select.of(HOT, auction, seq, most), RecordedBids::line) : finished;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new ShownBid(row.getLong(1), row.getLong(2), row.getInt(3), row.getBoolean(4), row.getLong(5)),
                row.getString(6));
    }

    @SuppressWarnings("unchecked")
    private static List<ShownBid> archivedAfter(EntityManager from, long auction, long seq, int most) {
        if (seq > Integer.MAX_VALUE - most) {
            return List.of();
        }
        List<Object[]> rows = from.createNativeQuery(ARCHIVED)
                .setParameter(1, auction)
                .setParameter(2, seq)
                .setParameter(3, most)
                .getResultList();
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
