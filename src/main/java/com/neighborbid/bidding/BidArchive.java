package com.neighborbid.bidding;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;

/**
 * The bids of auctions that are over for long, an auction in a row. Nothing of the log is lost with that: before the
 * single rows go, the chain is computed from what is kept and must give every hash that was recorded, up to the head.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BidArchive {
    private static final String DUE = """
            SELECT l.auction_id FROM bid_log l JOIN auction a ON a.id = l.auction_id
            WHERE l.archived_at IS NULL AND l.seq > 0 AND l.auction_id > ?1 AND l.state = 'CLOSED'
              AND a.state = 'CLOSED' AND a.closed_at >= ?2 AND a.closed_at < ?3
            ORDER BY l.auction_id LIMIT ?4""";
    private static final String COPY = """
            INSERT INTO bid_archive (auction_id, amounts, paddles, proxies, times, archived_at)
            SELECT auction_id, array_agg(amount ORDER BY seq), array_agg(paddle ORDER BY seq),
                   array_agg(proxy ORDER BY seq), array_agg(at ORDER BY seq), CAST(?2 AS bigint)
            FROM bid WHERE auction_id = ?1 GROUP BY auction_id""";
    private static final String HASHES =
            "SELECT hash FROM bid WHERE auction_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3";
    private static final int CHUNK = 1000;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RecordedBids recorded;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    /** Auctions closed from a time on and before another whose bids are not archived, by rising id above one. */
    List<Long> due(long above, long from, long before, int most) {
        @SuppressWarnings("unchecked")
        List<Number> found = entities.createNativeQuery(DUE)
                .setParameter(1, above)
                .setParameter(2, from)
                .setParameter(3, before)
                .setParameter(4, most)
                .getResultList();
        return found.stream().map(Number::longValue).toList();
    }

    /**
     * Archives the bids of a closed auction; again, it changes nothing.
     *
     * @throws IllegalStateException when the log is not what its hashes say: then all stays as it is
     */
    void archive(long auction) {
        Object[] log = (Object[]) entities.createNativeQuery(
                        "SELECT seq, head, archived_at FROM bid_log WHERE auction_id = ?1 AND state = 'CLOSED' FOR UPDATE")
                .setParameter(1, auction)
                .getSingleResult();
        if (log[2] != null) {
            return;
        }
        long now = time.now();
        entities.createNativeQuery(COPY)
                .setParameter(1, auction)
                .setParameter(2, now)
                .executeUpdate();
        verify(auction, ((Number) log[0]).longValue(), log[1].toString());
        entities.createNativeQuery("DELETE FROM bid WHERE auction_id = ?1")
                .setParameter(1, auction)
                .executeUpdate();
        entities.createNativeQuery("UPDATE bid_log SET archived_at = ?2 WHERE auction_id = ?1")
                .setParameter(1, auction)
                .setParameter(2, now)
                .executeUpdate();
    }

    private void verify(long auction, long last, String expected) {
        String head = LogChain.start(Ids.text(auction));
        long seq = 0;
        List<ShownBid> bids = recorded.archivedAfter(auction, seq, CHUNK);
        while (!bids.isEmpty()) {
            List<?> hashes = hashes(auction, seq);
            for (int i = 0; i < bids.size(); i++) {
                head = LogChain.next(head, Ids.text(auction), bids.get(i));
                seq = bids.get(i).seq();
                if (i >= hashes.size() || !Objects.equals(hashes.get(i), head)) {
                    throw wrong(auction, seq);
                }
            }
            bids = recorded.archivedAfter(auction, seq, CHUNK);
        }
        if (seq != last || !head.equals(expected)) {
            throw wrong(auction, seq);
        }
    }

    private List<?> hashes(long auction, long seq) {
        return entities.createNativeQuery(HASHES)
                .setParameter(1, auction)
                .setParameter(2, seq)
                .setParameter(3, CHUNK)
                .getResultList();
    }

    private static IllegalStateException wrong(long auction, long seq) {
        return new IllegalStateException(
                "The log of auction " + Ids.text(auction) + " is not what its hashes say at " + seq);
    }
}
