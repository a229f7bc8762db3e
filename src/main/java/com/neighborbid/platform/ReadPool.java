package com.neighborbid.platform;

import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to a PostgreSQL that refuse to write and take no part in the container's transactions: each statement is one
 * by itself. It is no pool of the container's, whose connections cost as much as a small statement, and which must be
 * there when the WAR is.
 */
final class ReadPool implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ReadPool.class.getName());

    /** A statement is planned once a connection: planning takes longer than what these statements do. */
    private static final String ONE_PLAN = "-c plan_cache_mode=force_generic_plan";

    private final String name;
    private final GenericObjectPool<Connection> connections;

    /**
     * @param name for the log
     * @param most connections at once
     * @param timeoutMs how long it may take to have one, and to answer
     */
    ReadPool(String name, PGSimpleDataSource server, int most, int timeoutMs) {
        this.name = name;
        int seconds = (int) Math.max(1, TimeUnit.MILLISECONDS.toSeconds(timeoutMs));
        server.setConnectTimeout(seconds);
        server.setLoginTimeout(seconds);
        server.setSocketTimeout(seconds);
        server.setTcpKeepAlive(true);
        server.setReadOnly(true);
        server.setReadOnlyMode("always");
        server.setPrepareThreshold(1);
        server.setOptions(ONE_PLAN);
        GenericObjectPoolConfig<Connection> bounds = new GenericObjectPoolConfig<>();
        bounds.setMaxTotal(most);
        bounds.setMaxIdle(most);
        bounds.setMaxWait(Duration.ofMillis(timeoutMs));
        bounds.setTestOnReturn(true);
        bounds.setJmxEnabled(false);
        connections = new GenericObjectPool<>(new Factory(server), bounds);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Lends a connection. One that breaks is closed, and with it those that rest in the pool: what is wrong with one, a
     * restarted server, say, is wrong with all. The work is then done once more on a new one, unless its time is up.
     *
     * @param work reads only
     * @throws UnavailableException when there is no connection, or it breaks
     * @throws PersistenceException when the server refuses a statement
     */
    <T> T lend(Work<T> work) {
        for (boolean again = false; ; again = true) {
            Connection connection = borrow();
            try {
                T result = work.with(connection);
                connections.returnObject(connection);
                return result;
            } catch (SQLException | RuntimeException e) {
                boolean broken = isBroken(connection, e);
                if (broken) {
                    closeWithAllThatRest(connection);
                }
                connections.returnObject(connection);
                if (!broken || again || has(e, SocketTimeoutException.class)) {
                    throw told(e, broken);
                }
                LOG.log(Level.INFO, "{0}: a connection was broken, another one is asked: {1}", name, e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private Connection borrow() {
        try {
            return connections.borrowObject();
        } catch (Exception e) {
            throw new UnavailableException(name + ": " + e.getMessage(), e);
        }
    }

    private RuntimeException told(Exception failure, boolean broken) {
        if (broken) {
            return new UnavailableException(name + ": " + failure.getMessage(), failure);
        }
        return failure instanceof RuntimeException refused
                ? refused
                : new PersistenceException(name + ": " + failure.getMessage(), failure);
    }

    /** The driver closes what it cannot speak with; 57P is a server that ends or begins. */
    private static boolean isBroken(Connection connection, Exception failure) {
        try {
            return connection.isClosed() || endsServer(failure);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return true;
        }
    }

    private static boolean endsServer(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("57P")) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Exception failure, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private void closeWithAllThatRest(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A broken connection does not close in order", e);
        }
        connections.clear();
    }

    private static final class Factory extends BasePooledObjectFactory<Connection> {
        private final PGSimpleDataSource server;

        Factory(PGSimpleDataSource server) {
            this.server = server;
        }

        @Override
        public Connection create() throws SQLException {
            return server.getConnection();
        }

        @Override
        public PooledObject<Connection> wrap(Connection connection) {
            return new DefaultPooledObject<>(connection);
        }

        /** Asked when it comes back. */
        @Override
        public boolean validateObject(PooledObject<Connection> pooled) {
            try {
                return !pooled.getObject().isClosed();
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void destroyObject(PooledObject<Connection> pooled) throws SQLException {
            pooled.getObject().close();
        }
    }
}
