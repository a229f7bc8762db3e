package com.neighborbid.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/**
 * A real PostgreSQL with the schema of the house. One server for the whole test run; each instance is a database of its
 * own, copied from a migrated one. Close it after the class.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE = "migrated";
    private static final String MOST_CONNECTIONS = "20";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DataSource dataSource;
    private final SessionFactory factory;

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                execute(postgres, "CREATE DATABASE " + TEMPLATE);
                Flyway.configure()
                        .dataSource(postgres.getDatabase("postgres", TEMPLATE))
                        // As the house does it: an index that is built concurrently would wait for it for ever.
                        .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new database, with the entities that the test is about. */
    public TestDatabase(Class<?>... entities) {
        String name = "test" + COUNT.incrementAndGet();
        execute(Server.POSTGRES, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        dataSource = Server.POSTGRES.getDatabase("postgres", name);
        Configuration configuration = new Configuration();
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        // Hibernate's own pool: a new connection for each transaction would cost more than the transaction.
        configuration.setProperty(AvailableSettings.JAKARTA_JDBC_URL, Server.POSTGRES.getJdbcUrl("postgres", name));
        configuration.setProperty(AvailableSettings.POOL_SIZE, MOST_CONNECTIONS);
        factory = configuration.buildSessionFactory();
    }

    /** Connections to it, for SQL of the test's own. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** An entity manager that the test closes. */
    public EntityManager entities() {
        return factory.createEntityManager();
    }

    /** Runs a piece of work in a transaction, with a fresh entity manager; a failure rolls back. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        return factory.fromTransaction(work::apply);
    }

    @Override
    public void close() {
        factory.close();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
