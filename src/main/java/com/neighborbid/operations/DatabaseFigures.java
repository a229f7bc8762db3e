package com.neighborbid.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What PostgreSQL says of itself, and what waits in it. One statement, over its own statistics and small tables. */
@ApplicationScoped
class DatabaseFigures {
    private static final String READ = """
            SELECT
              (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
              (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle'
                 AND pid <> pg_backend_pid()),
              CAST(current_setting('max_connections') AS bigint),
              (SELECT count(*) FROM pg_stat_replication),
              (SELECT coalesce(max(extract(epoch FROM replay_lag) * 1000), 0) FROM pg_stat_replication),
              (SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start) * 1000), 0) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()),
              (SELECT count(*) FROM outbox),
              (SELECT coalesce(min(created_at), 0) FROM outbox),
              (SELECT count(*) FROM auction WHERE state = 'OPEN' AND state <> 'CLOSED'),
              (SELECT count(*) FROM auction WHERE state = 'PAUSED' AND state <> 'CLOSED'),
              (SELECT count(*) FROM house_pause)""";

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /**
     * The figures.
     *
     * @param connections to the house's database, from all nodes; {@code busy} of them do something
     * @param replicaLagMs of the replica that is furthest behind, 0 without one
     * @param longestMs the longest transaction that runs
     * @param outbox messages that wait for the broker
     * @param outboxSince when the oldest of them was written, in milliseconds since the epoch; 0 without one
     * @param open auctions, by the record; as {@code paused}
     */
    record Read(
            long connections,
            long busy,
            long connectionsMost,
            long replicas,
            long replicaLagMs,
            long longestMs,
            long outbox,
            long outboxSince,
            long open,
            long paused,
            boolean housePaused) {}

    @Transactional
    Read read() {
        Object[] row = (Object[]) entities.createNativeQuery(READ).getSingleResult();
        long[] n = new long[row.length];
        for (int i = 0; i < n.length; i++) {
            n[i] = ((Number) row[i]).longValue();
        }
        return new Read(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10] > 0);
    }
}
