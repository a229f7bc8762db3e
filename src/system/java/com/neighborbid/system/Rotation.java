package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The engines' secrets are replaced as {@code src/docs/secrets.md} says: PostgreSQL, every server of the cluster and the
 * broker take a second one beside the first; instances change over, each at its own time; the first ones are forgotten.
 */
final class Rotation {
    private static final String SECOND = "a-second-password-0123456789";
    private static final String SECOND_USER = "neighborbid_2";
    private static final String NO_LOGIN = "28000";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Street street;
    private final Map<String, String> first;

    private Rotation(Street street) {
        this.street = street;
        this.first = street.settings();
    }

    /** Has every engine take a second secret; the first ones still do. */
    static Rotation begin(Street street) throws SQLException, IOException {
        Rotation rotation = new Rotation(street);
        try (Connection database = street.superuser();
                Statement sql = database.createStatement()) {
            sql.execute("CREATE ROLE neighborbid_2 LOGIN PASSWORD '" + SECOND + "' IN ROLE neighborbid");
            sql.execute("ALTER ROLE neighborbid_2 SET role TO neighborbid");
        }
        street.redis().accept(SECOND);
        street.broker().add(SECOND_USER, SECOND);
        return rotation;
    }

    /** What an instance is told when it is replaced. */
    Map<String, String> settings() {
        Map<String, String> second = new TreeMap<>(street.broker().settings(SECOND_USER));
        second.put("NB_DB_USER", SECOND_USER);
        second.put("NB_DB_PASSWORD", SECOND);
        second.put("NB_REDIS_URL", street.redis().url(SECOND));
        return second;
    }

    /** Has every engine forget its first secret, which nobody uses any more, and sees that it is refused. */
    void finish() throws SQLException, IOException {
        try (Connection database = street.superuser();
                Statement sql = database.createStatement()) {
            assertEquals(0, connections(sql, "neighborbid"), "somebody still uses the first role");
            assertTrue(connections(sql, SECOND_USER) > 0, "nobody uses the second role");
            sql.execute("ALTER ROLE neighborbid NOLOGIN");
        }
        SQLException refused = assertThrows(SQLException.class, () -> signIn(first));
        assertEquals(NO_LOGIN, refused.getSQLState(), refused::getMessage);
        signIn(settings());
        street.redis().forgetAllBut(SECOND);
        String user = first.get("NB_MQ_USER");
        String password = first.get("NB_MQ_PASSWORD");
        assertTrue(street.broker().takes(user, password), "the first user is not asked for");
        street.broker().remove(user);
        Eventually.holds(PATIENCE, () -> !street.broker().takes(user, password), "the first user is not refused");
        assertFalse(street.broker().takes(SECOND_USER, password));
    }

    private void signIn(Map<String, String> secrets) throws SQLException {
        DriverManager.getConnection(first.get("NB_DB_URL"), secrets.get("NB_DB_USER"), secrets.get("NB_DB_PASSWORD"))
                .close();
    }

    private static int connections(Statement sql, String role) throws SQLException {
        try (ResultSet rows =
                sql.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE usename = '" + role + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
