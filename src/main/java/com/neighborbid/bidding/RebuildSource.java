package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL knows of an auction's bidding, in the form in which Redis's state is built from it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RebuildSource {
    private static final int REFS_KEPT = 200;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    /**
     * How far an auction is recorded.
     *
     * @param epoch 0 before its state was ever in Redis
     * @param movedMs by how much the house has moved the end
     * @param pausedAt since when it is paused, null unless it is
     */
    record Recorded(
            long epoch,
            long n,
            long seq,
            long price,
            @Nullable Integer leader,
            @Nullable Long leaderMember,
            @Nullable Long leaderMax,
            AuctionState state,
            long endsAt,
            long movedMs,
            @Nullable Long pausedAt) {}

    /** Begins the auction's record unless it has one. */
    void begin(AuctionTerms terms) {
        entities.createNativeQuery("INSERT INTO bid_log (auction_id, head, price, state, ends_at)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
                .setParameter(1, terms.id())
                .setParameter(2, LogChain.start(Ids.text(terms.id())))
                .setParameter(3, terms.startPrice())
                .setParameter(4, terms.state().name())
                .setParameter(5, terms.endsAt())
                .executeUpdate();
    }

    /** The auction's record, locked against recorders and other rebuilders. */
    Recorded lock(AuctionTerms terms) {
        Object[] row = (Object[]) entities.createNativeQuery(
                        "SELECT epoch, n, seq, price, leader, leader_member, leader_max, state, ends_at, moved_ms,"
                                + " paused_at FROM bid_log WHERE auction_id = ?1 FOR UPDATE")
                .setParameter(1, terms.id())
                .getSingleResult();
        Long leader = number(row[4]);
        return new Recorded(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue(),
                leader == null ? null : leader.intValue(),
                number(row[5]),
                number(row[6]),
                AuctionState.valueOf(row[7].toString()),
                ((Number) row[8]).longValue(),
                ((Number) row[9]).longValue(),
                number(row[10]));
    }

    /** Fences every event of an earlier epoch. */
    void openEpoch(long auction, long epoch) {
        entities.createNativeQuery("UPDATE bid_log SET epoch = ?2 WHERE auction_id = ?1")
                .setParameter(1, auction)
                .setParameter(2, epoch)
                .executeUpdate();
    }

    /** The paddles as {@code nb_install} takes them: member, paddle, limit, max, version. */
    List<String> paddles(long auction) {
        @SuppressWarnings("unchecked")
        List<@Nullable Object[]> rows = entities.createNativeQuery(
                        "SELECT p.member_id, p.number, p.bid_limit, (SELECT d.standing_max FROM decision d WHERE"
                                + " d.auction_id = p.auction_id AND d.paddle = p.number AND d.standing_max IS NOT NULL"
                                + " ORDER BY d.n DESC LIMIT 1), p.version FROM paddle p WHERE p.auction_id = ?1")
                .setParameter(1, auction)
                .getResultList();
        List<String> paddles = new ArrayList<>(rows.size() * 5);
        for (@Nullable Object[] row : rows) {
            paddles.add(Ids.text(((Number) row[0]).longValue()));
            paddles.add(String.valueOf(row[1]));
            paddles.add(row[2] == null ? "-" : row[2].toString());
            paddles.add(row[3] == null ? "-" : row[3].toString());
            paddles.add(String.valueOf(row[4]));
        }
        return paddles;
    }

    /** The last accepted refs of every paddle, the oldest first: paddle, ref, kind, value, seq, leading. */
    List<String> recentRefs(long auction) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "SELECT paddle, ref, kind, value, seq, is_leading FROM (SELECT *, row_number() OVER (PARTITION BY"
                                + " paddle ORDER BY n DESC) AS back FROM decision WHERE auction_id = ?1) AS d"
                                + " WHERE back <= ?2 ORDER BY n")
                .setParameter(1, auction)
                .setParameter(2, REFS_KEPT)
                .getResultList();
        List<String> refs = new ArrayList<>(rows.size() * 6);
        for (Object[] row : rows) {
            for (int column = 0; column < 5; column++) {
                refs.add(row[column].toString());
            }
            refs.add((Boolean) row[5] ? "1" : "0");
        }
        return refs;
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }
}
