package com.neighborbid.bidding;

import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The paddles in PostgreSQL. Versions come from one sequence, so a later change always has a higher one. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PaddleRows {
    private static final String COLUMNS = "auction_id, member_id, number, bid_limit, version FROM paddle ";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    /**
     * A paddle as PostgreSQL has it.
     *
     * @param limit null when it was given back
     */
    record Row(
            long auction, long member, int number, @Nullable Long limit, long version) {}

    /** The paddle, locked. */
    Optional<Row> lock(long auction, long member) {
        return rows("SELECT " + COLUMNS + "WHERE auction_id = ?1 AND member_id = ?2 FOR UPDATE", auction, member)
                .stream()
                .findFirst();
    }

    /** Paddles whose change began before {@code before} and is not known to have reached Redis. */
    List<Row> unsynced(long before, int most) {
        return rows(
                "SELECT " + COLUMNS + "WHERE NOT synced AND changed_at < ?1 ORDER BY changed_at LIMIT ?2",
                before,
                (long) most);
    }

    /** The paddle, locked; made with the auction's next number and no limit where the member has none yet. */
    Row lockOrMake(long auction, long member) {
        return lock(auction, member).orElseGet(() -> {
            make(auction, member);
            return lock(auction, member).orElseThrow();
        });
    }

    private void make(long auction, long member) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('paddles/' || ?1, 0))")
                .setParameter(1, auction)
                .getSingleResult();
        entities.createNativeQuery("INSERT INTO paddle (auction_id, member_id, number, version, synced, changed_at)"
                        + " SELECT ?1, ?2, coalesce(max(number), 0) + 1, nextval('paddle_version'), true, ?3 FROM paddle"
                        + " WHERE auction_id = ?1 ON CONFLICT (auction_id, member_id) DO NOTHING")
                .setParameter(1, auction)
                .setParameter(2, member)
                .setParameter(3, time.now())
                .executeUpdate();
    }

    /** Notes that a change of the limit is about to reach Redis before PostgreSQL. */
    void unsynced(Row row) {
        entities.createNativeQuery(
                        "UPDATE paddle SET synced = false, changed_at = ?3 WHERE auction_id = ?1 AND member_id = ?2")
                .setParameter(1, row.auction)
                .setParameter(2, row.member)
                .setParameter(3, time.now())
                .executeUpdate();
    }

    /** Sets the limit, null for given back, under a new version that Redis does not know yet. */
    Row change(Row row, @Nullable Long limit) {
        entities.createNativeQuery("UPDATE paddle SET bid_limit = " + (limit == null ? "NULL" : limit.toString())
                        + ", version = nextval('paddle_version'), synced = false, changed_at = ?3"
                        + " WHERE auction_id = ?1 AND member_id = ?2")
                .setParameter(1, row.auction)
                .setParameter(2, row.member)
                .setParameter(3, time.now())
                .executeUpdate();
        return lock(row.auction, row.member).orElseThrow();
    }

    /** Notes that Redis has this version. */
    void synced(Row row) {
        entities.createNativeQuery(
                        "UPDATE paddle SET synced = true WHERE auction_id = ?1 AND member_id = ?2 AND version = ?3")
                .setParameter(1, row.auction)
                .setParameter(2, row.member)
                .setParameter(3, row.version)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Row> rows(String sql, long first, long second) {
        List<@Nullable Object[]> found = entities.createNativeQuery(sql)
                .setParameter(1, first)
                .setParameter(2, second)
                .getResultList();
        return found.stream()
                .map(row -> new Row(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).intValue(),
                        row[3] == null ? null : ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue()))
                .toList();
    }
}
