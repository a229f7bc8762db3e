package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Asks PostgreSQL every second which of this node's connections still have a backend there, and breaks those that have
 * none: half open ones, of which the server's end is gone and nobody told this one. Whoever waits on such a connection fails
 * at once and may try again; without this it would wait for the driver's time-out, and who takes the next one from
 * the pool in that time for another. A statement that only takes long has a backend and is left alone.
 *
 * <p>It asks on a connection of its own, and once more on a new one when that is dead as well. Behind a pooler, whose numbers
 * of backends are its own, it does nothing; a number that was given again leaves its connection to the time-out.
 */
@ApplicationScoped
class DatabasePulse implements WorkerTask {
    private static final Logger LOG = System.getLogger(DatabasePulse.class.getName());
    private static final long PAUSE_MS = 1000;
    /** More than so small a statement takes; if it does take longer, the next connection asks. */
    private static final int ANSWER_SECONDS = 2;

    private static final String ALIVE = "SELECT pid FROM pg_stat_activity WHERE pid = ANY (?)";

    @Inject
    @SuppressWarnings("NullAway.Init")
    PlatformConfig config;

    private @Nullable Connection own;

    @Override
    public String name() {
        return "database-pulse";
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public long turn() {
        try {
            List<Connection> open = GuardedDataSource.open();
            if (!open.isEmpty()) {
                breakTheDead(open);
            }
        } catch (SQLException away) {
            LOG.log(Level.DEBUG, "PostgreSQL says nothing of its connections", away);
        }
        return PAUSE_MS;
    }

    @Override
    public void stop() {
        closeOwn();
    }

    private void breakTheDead(List<Connection> open) throws SQLException {
        Set<Integer> alive = alive(open);
        int broken = 0;
        for (Connection connection : open) {
            if (!alive.isEmpty() && !alive.contains(backend(connection))) {
                connection.abort(Runnable::run);
                broken++;
            }
        }
        if (broken > 0) {
            LOG.log(Level.WARNING, "{0} of {1} connections had no backend any more", broken, open.size());
        }
    }

    /** Backends that are there; none where that cannot be known. */
    private Set<Integer> alive(List<Connection> open) throws SQLException {
        try {
            return ask(open);
        } catch (SQLException dead) {
            LOG.log(Level.DEBUG, "The pulse's own connection is dead", dead);
            closeOwn();
            return ask(open);
        }
    }

    private Set<Integer> ask(List<Connection> open) throws SQLException {
        Connection asking = own();
        Set<Integer> asked = new HashSet<>();
        asked.add(backend(asking));
        for (Connection connection : open) {
            asked.add(backend(connection));
        }
        Array pids = asking.createArrayOf("int4", asked.toArray());
        try (PreparedStatement statement = asking.prepareStatement(ALIVE)) {
            statement.setArray(1, pids);
            try (ResultSet rows = statement.executeQuery()) {
                Set<Integer> alive = new HashSet<>();
                while (rows.next()) {
                    alive.add(rows.getInt(1));
                }
                return alive.contains(backend(asking)) ? alive : Set.of();
            }
        }
    }

    private static int backend(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private Connection own() throws SQLException {
        Connection open = own;
        if (open == null || open.isClosed()) {
            PGSimpleDataSource server = new PGSimpleDataSource();
            server.setUrl(config.databaseUrl());
            server.setUser(config.databaseUser());
            server.setPassword(config.databasePassword());
            server.setApplicationName("neighborbid-pulse");
            server.setConnectTimeout(ANSWER_SECONDS);
            server.setLoginTimeout(ANSWER_SECONDS);
            server.setSocketTimeout(ANSWER_SECONDS);
            server.setReadOnly(true);
            open = server.getConnection();
            own = open;
        }
        return open;
    }

    private void closeOwn() {
        Connection open = own;
        own = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The pulse's own connection does not close in order", e);
            }
        }
    }
}
