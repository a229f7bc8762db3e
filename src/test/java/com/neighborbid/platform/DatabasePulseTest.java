package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Soon;
import com.neighborbid.faults.Road;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections of which the server's end is gone, and nobody told this one. */
class DatabasePulseTest {
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    private Path directory;

    private PostgresServer server;
    private Road road;
    private final DatabasePulse pulse = new DatabasePulse();

    @BeforeEach
    void open() {
        PostgresServer.require();
        server = PostgresServer.create(directory.resolve("data"));
        road = new Road(server.port());
        pulse.config = new PlatformConfig(
                "test",
                EnumSet.of(Role.WEB),
                directory,
                url(road.port()),
                PostgresServer.NAME,
                "trusted",
                RedisAddress.parse("redis://127.0.0.1:6379"),
                2,
                1000,
                Set.of(),
                true);
    }

    @AfterEach
    void close() {
        pulse.stop();
        road.close();
        server.close();
    }

    @Test
    void breaksWhatIsHalfOpenAndWhoeverWaitsOnIt() throws Exception {
        try (Connection dead = connect(road.port());
                Connection good = connect(server.port())) {
            pulse.turn();
            assertEquals(1, one(dead));
            assertEquals(1, one(good));

            road.halfOpen();
            Soon.see(this::backendsOfMembers, "1"::equals);
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> fails(dead));
            assertFalse(dead.isClosed());
            pulse.turn();
            assertTrue(waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertTrue(dead.isClosed());
            assertEquals(1, one(good));
            try (Connection next = connect(road.port())) {
                pulse.turn();
                assertEquals(1, one(next));
            }
        }
    }

    @Test
    void leavesAloneWhatTakesLong() throws Exception {
        try (Connection busy = connect(road.port())) {
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> fails(busy, "SELECT pg_sleep(3)"));
            Soon.see(
                    () -> server.ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"),
                    "1"::equals);
            pulse.turn();
            pulse.turn();
            assertFalse(waiting.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(1, one(busy));
        }
    }

    @Test
    void saysNothingWhileTheServerIsAway() throws Exception {
        try (Connection any = connect(server.port())) {
            pulse.turn();
            server.kill();
            pulse.turn();
            assertFalse(any.isClosed());
            server = PostgresServer.open(server.data(), server.port());
            pulse.turn();
            assertTrue(any.isClosed());
        }
    }

    private static Connection connect(int port) throws SQLException {
        GuardedDataSource source = new GuardedDataSource();
        source.setUrl(url(port));
        source.setUser(PostgresServer.NAME);
        source.setApplicationName("members");
        return source.getConnection();
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresServer.NAME;
    }

    private String backendsOfMembers() {
        return server.ask("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'members'");
    }

    private static boolean fails(Connection connection) {
        return fails(connection, "SELECT 1");
    }

    private static boolean fails(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return false;
        } catch (SQLException broken) {
            return true;
        }
    }

    private static int one(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            row.next();
            return row.getInt(1);
        }
    }
}
