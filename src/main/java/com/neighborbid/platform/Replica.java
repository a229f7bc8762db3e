package com.neighborbid.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A replica of PostgreSQL, for reads that can wait: lists, finished logs, exports. Never ask it what decides about money,
 * sessions or paddles. It shows what was committed, some time later: whoever must see what was just written asks the main
 * one. Without a replica, while it is too far behind ({@link ReplicaWatch}), and when it fails, the main one is asked.
 */
@ApplicationScoped
public class Replica {
    private static final Logger LOG = System.getLogger(Replica.class.getName());
    private static final String POSITION = "SELECT CASE WHEN pg_is_in_recovery()"
            + " THEN CAST(pg_last_wal_replay_lsn() - '0/0' AS bigint) ELSE -1 END";

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReplicaConfig config;

    private @Nullable ReadPool pool;
    private volatile boolean used;
    private volatile long lagMs;
    private final LongAdder reads = new LongAdder();
    private final LongAdder failures = new LongAdder();

    @PostConstruct
    void open() {
        if (config.isThere()) {
            PGSimpleDataSource server = new PGSimpleDataSource();
            server.setUrl(config.url());
            server.setUser(config.user());
            server.setPassword(config.password());
            server.setApplicationName("neighborbid-reads");
            pool = new ReadPool("Replica", server, config.connections(), config.timeoutMs());
        }
    }

    @PreDestroy
    void close() {
        ReadPool open = pool;
        if (open != null) {
            open.close();
        }
    }

    /**
     * The answer to some queries, from the replica where it may be used.
     *
     * @param main of the caller's transaction
     * @param queries read only; run once more on the main one when the replica fails
     */
    public <T> T read(EntityManager main, Function<EntityManager, T> queries) {
        return ask(main, queries).orElseGet(() -> queries.apply(main));
    }

    /** As {@link #read}, but empty where the replica is not to be used or fails: for those who trust it only in part. */
    public <T> Optional<T> ask(EntityManager main, Function<EntityManager, T> queries) {
        return askPlain(connection ->
                Reads.session(connection, main.unwrap(Session.class).getSessionFactory(), queries));
    }

    /** As {@link #ask}, of a connection. */
    <T> Optional<T> askPlain(ReadPool.Work<T> work) {
        ReadPool open = pool;
        if (open == null || !used) {
            return Optional.empty();
        }
        try {
            T answer = open.lend(work);
            reads.increment();
            return Optional.of(answer);
        } catch (PersistenceException | UnavailableException e) {
            failures.increment();
            use(false, "it failed: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether reads go there now. */
    public boolean isUsed() {
        return used;
    }

    /** Whether there is to be one. */
    public boolean isThere() {
        return config.isThere();
    }

    /** How far it was behind when it was looked at last, in milliseconds. */
    public long lagMs() {
        return lagMs;
    }

    /** Reads that it answered. */
    public long reads() {
        return reads.sum();
    }

    /** Reads that it failed to answer, so that the main one was asked. */
    public long failures() {
        return failures.sum();
    }

    /**
     * Up to where it shows the main one's log, in bytes; empty when it is no replica (any more).
     *
     * @throws UnavailableException when it does not answer
     * @throws PersistenceException when it refuses to
     */
    OptionalLong position() {
        ReadPool open = pool;
        if (open == null) {
            return OptionalLong.empty();
        }
        long position = open.lend(Replica::askPosition);
        return position < 0 ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** Takes how far it is behind, and whether that is near enough. */
    void behind(long ms) {
        lagMs = ms;
        use(ms <= config.lagMs(), "it is " + ms + " ms behind");
    }

    /** Sends reads there from now on, or not. */
    void use(boolean now, String why) {
        if (used != now) {
            used = now;
            LOG.log(
                    now ? Level.INFO : Level.WARNING,
                    now ? "Reads that can wait go to the replica: {0}" : "The replica is left alone: {0}",
                    why);
        }
    }

    private static long askPosition(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(POSITION)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
