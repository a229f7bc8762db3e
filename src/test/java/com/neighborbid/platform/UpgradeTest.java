package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Soon;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema moves on while an older version works on it. */
class UpgradeTest {
    /** What the version before knows. */
    private static final String BEFORE = "11";

    private static final int LOCK_MS = 300;
    private static final long STALL_MS = 5000;

    @TempDir
    private static Path directory;

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        PostgresServer.require();
        server = PostgresServer.create(directory.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void empty() {
        server.execute("DROP SCHEMA IF EXISTS public CASCADE");
        server.execute("CREATE SCHEMA public");
    }

    @Test
    void theVersionBeforeGoesOnWhileTheSchemaMovesOn() throws InterruptedException {
        new Upgrade(house().target(BEFORE), bound(1)).run();
        try (VersionBefore before = new VersionBefore(server)) {
            Soon.see(before::rounds, rounds -> rounds > 50);
            new Upgrade(house(), bound(100)).run();
            long then = before.rounds();
            Soon.see(
                    before::rounds,
                    rounds -> rounds > then + 50 || !before.failures().isEmpty());
            assertEquals(List.of(), before.failures());
            assertTrue(before.longestMillis() < STALL_MS, () -> "a statement took " + before.longestMillis() + " ms");
        }
    }

    @Test
    void whoWaitsForALockLetsOthersPassAndTriesAgain() throws Exception {
        new Upgrade(lamps("column").target("1"), bound(1)).run();
        try (Connection report = server.connect()) {
            report.setAutoCommit(false);
            report.createStatement().execute("SELECT count(*) FROM lamp");
            CompletableFuture<Void> upgrade =
                    CompletableFuture.runAsync(new Upgrade(lamps("column"), bound(1000))::run);
            awaitAWaiter();
            long began = System.nanoTime();
            server.execute("UPDATE lamp SET price = price + 1 WHERE id = 7");
            long waitedMs = (System.nanoTime() - began) / 1_000_000;
            assertTrue(waitedMs < STALL_MS, () -> "a write waited " + waitedMs + " ms behind the migration");
            assertTrue(!upgrade.isDone(), "it cannot be done before the report ends");
            report.commit();
            upgrade.join();
        }
        assertEquals("1", server.ask("SELECT count(*) FROM information_schema.columns WHERE column_name = 'colour'"));
    }

    @Test
    void givesUpAfterItsAttempts() throws Exception {
        new Upgrade(lamps("column").target("1"), bound(1)).run();
        try (Connection report = server.connect()) {
            report.setAutoCommit(false);
            report.createStatement().execute("SELECT count(*) FROM lamp");
            assertThrows(FlywayException.class, () -> new Upgrade(lamps("column"), bound(2)).run());
        }
    }

    @Test
    void anIndexIsBuiltWhileOthersWrite() throws Exception {
        new Upgrade(lamps("index").target("1"), bound(1)).run();
        try (Connection writer = server.connect()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("UPDATE lamp SET price = 0 WHERE id = 1");
            CompletableFuture<Void> upgrade = CompletableFuture.runAsync(new Upgrade(lamps("index"), bound(1))::run);
            awaitAWaiter();
            server.execute("UPDATE lamp SET price = 0 WHERE id = 2");
            writer.commit();
            upgrade.join();
        }
        assertEquals("t", server.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'lamp_price'::regclass"));
    }

    /** Until a statement of a migration waits for somebody else's lock. */
    private static void awaitAWaiter() {
        Soon.see(
                () -> server.ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"),
                waiters -> !waiters.equals("0"));
    }

    private static FluentConfiguration house() {
        return Flyway.configure()
                .dataSource(server.url(), PostgresServer.NAME, "")
                .locations("classpath:db/migration");
    }

    private static FluentConfiguration lamps(String which) {
        return Flyway.configure()
                .dataSource(server.url(), PostgresServer.NAME, "")
                .locations("classpath:db/upgrade/" + which);
    }

    private static MigrationConfig bound(int attempts) {
        return new MigrationConfig(LOCK_MS, attempts, 50);
    }
}
