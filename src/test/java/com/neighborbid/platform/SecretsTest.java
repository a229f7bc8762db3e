package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** The statements by which {@code src/docs/secrets.md} has secrets replaced, on a real PostgreSQL and a real Redis. */
class SecretsTest {
    private static final String DATABASE = "house";

    @Test
    void secondRoleMigratesAndWritesAsTheOwner() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Connection superuser = server.getPostgresDatabase().getConnection();
                Statement sql = superuser.createStatement()) {
            sql.execute("CREATE ROLE neighborbid LOGIN PASSWORD 'first'");
            sql.execute("CREATE DATABASE " + DATABASE + " OWNER neighborbid");
            migrate(server, "neighborbid", MigrationVersion.fromVersion("12"));

            sql.execute("CREATE ROLE neighborbid_2 LOGIN PASSWORD 'second' IN ROLE neighborbid");
            sql.execute("ALTER ROLE neighborbid_2 SET role TO neighborbid");
            try (Connection open = connect(server, "neighborbid")) {
                assertEquals(0, register(open, 1));
                migrate(server, "neighborbid_2", MigrationVersion.LATEST);
                sql.execute("ALTER ROLE neighborbid NOLOGIN");

                assertEquals(1, register(open, 2), "what is open goes on");
            }
            assertThrows(SQLException.class, () -> connect(server, "neighborbid"));
            try (Connection second = connect(server, "neighborbid_2")) {
                assertEquals(2, register(second, 3));
                assertEquals(
                        0,
                        number(
                                second,
                                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
                                        + " AND tableowner <> 'neighborbid'"));
            }
        }
    }

    private static void migrate(EmbeddedPostgres server, String role, MigrationVersion target) {
        Flyway.configure()
                .dataSource(server.getDatabase(role, DATABASE))
                .target(target)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
    }

    private static Connection connect(EmbeddedPostgres server, String role) throws SQLException {
        return server.getDatabase(role, DATABASE).getConnection();
    }

    /** Takes a member in, and answers how many there were before. */
    private static int register(Connection connection, int id) throws SQLException {
        int before = number(connection, "SELECT count(*) FROM member");
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "INSERT INTO member (id, email, email_key, password_hash, display_name, locale, created_at) VALUES ("
                            + id + ", 'a', '" + id + "', 'x', 'Mina', 'ko', 0)");
        }
        return before;
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void redisTakesEitherPasswordUntilTheFirstIsForgotten() {
        try (RedisServer server = RedisServer.start("--requirepass", "first")) {
            Redis before = redis(server, "first");
            assertThrows(
                    UnavailableException.class, () -> redis(server, "second").ping());
            try (Jedis admin = new Jedis("127.0.0.1", server.port())) {
                admin.auth("first");
                admin.aclSetUser("default", ">second");
                Redis after = redis(server, "second");
                before.ping();
                after.ping();

                admin.aclSetUser("default", "<first");

                assertDoesNotThrow(before::ping, "a connection that is open stays open");
                assertThrows(
                        UnavailableException.class, () -> redis(server, "first").ping());
                redis(server, "second").ping();
                after.close();
            }
            before.close();
        }
    }

    private static Redis redis(RedisServer server, String password) {
        Redis redis = new Redis(new PlatformConfig(
                "node",
                Set.of(Role.values()),
                Path.of("target"),
                "",
                "",
                "",
                RedisAddress.parse("redis://:" + password + "@127.0.0.1:" + server.port()),
                2,
                500,
                Set.of(),
                true));
        redis.open();
        return redis;
    }
}
