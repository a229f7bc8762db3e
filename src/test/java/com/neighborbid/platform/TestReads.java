package com.neighborbid.platform;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.Session;

/** Reads of a test: in its own transactions, of which they see what is not committed yet. There is no replica. */
public final class TestReads extends Reads {
    private final Runner runner;

    /** Runs queries in a transaction. */
    @FunctionalInterface
    public interface Runner {
        <T> T run(Function<EntityManager, T> queries);
    }

    public TestReads(Runner runner) {
        this.runner = runner;
    }

    /** In a transaction that the test has open. */
    public static TestReads in(EntityManager entities) {
        return new TestReads(new Runner() {
            @Override
            public <T> T run(Function<EntityManager, T> queries) {
                return queries.apply(entities);
            }
        });
    }

    @Override
    public <T> List<T> rows(Select select, Select.Row<T> row) {
        return runner.run(
                entities -> entities.unwrap(Session.class).doReturningWork(connection -> select.rows(connection, row)));
    }

    @Override
    public <T> Optional<List<T>> rowsOfReplica(Select select, Select.Row<T> row) {
        return Optional.empty();
    }

    @Override
    public <T> T with(Function<EntityManager, T> queries) {
        return runner.run(queries);
    }
}
