package com.neighborbid.platform;

import io.opentelemetry.api.trace.Span;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/**
 * Reads of pages, past the container's transactions: a statement sees what is committed when it begins, and nothing of a
 * transaction that the caller has open. For lists and views of what is there; never for what decides about money.
 * A transaction of the container's, a connection of its pool and the mapping of a row each cost as much as the look into
 * an index that they are for (src/docs/performance.md).
 */
@ApplicationScoped
public class Reads {
    private static final String NAME = "PostgreSQL";
    private static final int TIMEOUT_MS = 5000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PlatformConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Replica replica;

    @PersistenceUnit
    @SuppressWarnings("NullAway.Init")
    EntityManagerFactory entities;

    @SuppressWarnings("NullAway.Init")
    private ReadPool pool;

    @PostConstruct
    void open() {
        GuardedDataSource server = new GuardedDataSource();
        server.setUrl(config.databaseUrl());
        server.setUser(config.databaseUser());
        server.setPassword(config.databasePassword());
        server.setApplicationName("neighborbid-pages");
        pool = new ReadPool(NAME, server, Database.READERS_MOST, TIMEOUT_MS);
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    /**
     * The rows of a statement.
     *
     * @throws UnavailableException when PostgreSQL does not answer
     * @throws PersistenceException when it refuses the statement
     */
    public <T> List<T> rows(Select select, Select.Row<T> row) {
        return lend(connection -> rows(connection, select, row));
    }

    /** As {@link #rows}, of a statement that finds one row at most. */
    public <T> Optional<T> row(Select select, Select.Row<T> row) {
        return rows(select, row).stream().findFirst();
    }

    /** As {@link #rows}, from the replica where that may be used: what was committed some time ago. */
    public <T> List<T> rowsThatCanWait(Select select, Select.Row<T> row) {
        return rowsOfReplica(select, row).orElseGet(() -> rows(select, row));
    }

    /** As {@link #rows}, from the replica alone: empty where that may not be used, or fails. */
    public <T> Optional<List<T>> rowsOfReplica(Select select, Select.Row<T> row) {
        return replica.askPlain(connection -> rows(connection, select, row));
    }

    /** The answer to some queries of entities, which must not be changed; throws as {@link #rows}. */
    public <T> T with(Function<EntityManager, T> queries) {
        return lend(connection -> session(connection, entities.unwrap(SessionFactory.class), queries));
    }

    /** Queries of entities on a connection, without a transaction. */
    static <T> T session(Connection connection, SessionFactory sessions, Function<EntityManager, T> queries) {
        try (Session session = sessions.withOptions()
                .connection(connection)
                .autoJoinTransactions(false)
                .openSession()) {
            session.setDefaultReadOnly(true);
            return queries.apply(session);
        }
    }

    private <T> T lend(ReadPool.Work<T> work) {
        DatabasePool.Use use = new DatabasePool.Use();
        use.asks();
        try {
            return pool.lend(connection -> {
                use.took();
                return work.with(connection);
            });
        } finally {
            use.gaveBack();
        }
    }

    private static <T> List<T> rows(Connection connection, Select select, Select.Row<T> row) throws SQLException {
        Span span = SqlSpans.begin(select.sql());
        try {
            return select.rows(connection, row);
        } finally {
            span.end();
        }
    }
}
