package com.neighborbid.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes connections to the main PostgreSQL, and remembers those that are open, so that {@link DatabasePulse} can look after
 * them wherever they are lent. The container makes it by its name, hence what is remembered is static.
 */
public class GuardedDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private static final Set<Connection> MADE = Collections.newSetFromMap(new WeakHashMap<>());

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Connection connection = super.getConnection(user, password);
        synchronized (MADE) {
            MADE.add(connection);
        }
        return connection;
    }

    /** Those that nobody has closed, of all data sources of this type. */
    static List<Connection> open() throws SQLException {
        synchronized (MADE) {
            for (Connection connection : List.copyOf(MADE)) {
                if (connection.isClosed()) {
                    MADE.remove(connection);
                }
            }
            return List.copyOf(MADE);
        }
    }
}
