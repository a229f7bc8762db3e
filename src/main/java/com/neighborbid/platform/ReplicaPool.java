package com.neighborbid.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to the replica, which write nothing and take no part in the container's transactions. It is no pool of the
 * container's, since without a replica there is none.
 */
final class ReplicaPool implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ReplicaPool.class.getName());

    private final GenericObjectPool<Connection> connections;

    ReplicaPool(ReplicaConfig config) {
        GenericObjectPoolConfig<Connection> bounds = new GenericObjectPoolConfig<>();
        bounds.setMaxTotal(config.connections());
        bounds.setMaxIdle(config.connections());
        bounds.setMaxWait(Duration.ofMillis(config.timeoutMs()));
        bounds.setTestOnReturn(true);
        bounds.setJmxEnabled(false);
        connections = new GenericObjectPool<>(new Factory(config), bounds);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Lends a connection. One that something failed on is closed, and with it those that rest in the pool: what is wrong
     * with one, a restarted server, say, is wrong with all.
     *
     * @throws UnavailableException when there is no connection, or the server fails
     */
    <T> T lend(Work<T> work) {
        Connection connection = borrow();
        boolean good = false;
        try {
            T result = work.with(connection);
            good = true;
            return result;
        } catch (SQLException e) {
            throw new UnavailableException("Replica: " + e.getMessage(), e);
        } finally {
            if (!good) {
                closeWithAllThatRest(connection);
            }
            connections.returnObject(connection);
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
            throw new UnavailableException("Replica: " + e.getMessage(), e);
        }
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
        private final PGSimpleDataSource server = new PGSimpleDataSource();

        Factory(ReplicaConfig config) {
            int seconds = (int) Math.max(1, TimeUnit.MILLISECONDS.toSeconds(config.timeoutMs()));
            server.setUrl(config.url());
            server.setUser(config.user());
            server.setPassword(config.password());
            server.setConnectTimeout(seconds);
            server.setLoginTimeout(seconds);
            server.setSocketTimeout(seconds);
            server.setTcpKeepAlive(true);
            server.setReadOnly(true);
            server.setApplicationName("neighborbid-reads");
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
