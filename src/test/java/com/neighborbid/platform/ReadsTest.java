package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads past the container, of a real server that is restarted, away, and followed by a replica. */
class ReadsTest {
    private static final Select MARKS = Select.of("SELECT n FROM mark WHERE n > ? ORDER BY n", 0L);
    private static final long NEAR_ENOUGH_MS = 5000;

    @TempDir
    private Path directory;

    private PostgresServer main;
    private final Reads reads = new Reads();

    @BeforeEach
    void open() {
        PostgresServer.require();
        main = PostgresServer.create(directory.resolve("main"));
        main.execute("CREATE TABLE mark (n bigint PRIMARY KEY)");
        main.execute("INSERT INTO mark VALUES (1), (2)");
        reads.config = new PlatformConfig(
                "test",
                EnumSet.of(Role.WEB),
                directory,
                main.url(),
                PostgresServer.NAME,
                "trusted",
                RedisAddress.parse("redis://127.0.0.1:6379"),
                2,
                1000,
                Set.of(),
                true);
        reads.replica = new Replica();
        reads.open();
    }

    @AfterEach
    void close() {
        reads.close();
        reads.replica.close();
        main.close();
    }

    @Test
    void seesWhatIsCommittedAndNothingElse() throws SQLException {
        try (Connection other = main.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO mark VALUES (3)");
            assertEquals(List.of(1L, 2L), marks());
            other.commit();
            assertEquals(List.of(1L, 2L, 3L), marks());
        }
    }

    @Test
    void writesNothing() {
        Select write = Select.of("INSERT INTO mark VALUES (?) RETURNING n", 7L);
        assertThrows(PersistenceException.class, () -> reads.rows(write, row -> row.getLong(1)));
        assertEquals(List.of(1L, 2L), marks());
    }

    @Test
    void statementThatIsRefusedLeavesTheConnectionGood() {
        String before = backend();
        assertThrows(
                PersistenceException.class, () -> reads.row(Select.of("SELECT 1 / (? - 1)", 1), row -> row.getInt(1)));
        assertEquals(before, backend());
        assertEquals(0, DatabasePool.active());
    }

    @Test
    void serverThatWasRestartedIsAskedAgainAndNobodySeesIt() {
        assertEquals(List.of(1L, 2L), marks());
        main.kill();
        main = PostgresServer.open(main.data(), main.port());
        assertEquals(List.of(1L, 2L), marks());
    }

    @Test
    void serverThatIsAwayIsSaidToBe() {
        main.kill();
        assertThrows(UnavailableException.class, this::marks);
        assertEquals(0, DatabasePool.active());
        main = PostgresServer.open(main.data(), main.port());
        assertEquals(List.of(1L, 2L), marks());
    }

    @Test
    void replicaAnswersWhatCanWaitAndNothingElse() {
        try (PostgresServer copy = follow()) {
            copy.ask("SELECT pg_wal_replay_pause()");
            main.execute("INSERT INTO mark VALUES (3)");
            assertEquals(List.of(1L, 2L), marksThatCanWait());
            assertEquals(List.of(1L, 2L, 3L), marks());

            reads.replica.behind(NEAR_ENOUGH_MS + 1);
            assertEquals(List.of(1L, 2L, 3L), marksThatCanWait());
            assertEquals(Optional.empty(), reads.rowsOfReplica(MARKS, row -> row.getLong(1)));
        }
    }

    @Test
    void mainOneAnswersWhereTheReplicaFails() {
        try (PostgresServer copy = follow()) {
            assertEquals(Optional.of(List.of(1L, 2L)), reads.rowsOfReplica(MARKS, row -> row.getLong(1)));
            copy.kill();
            assertEquals(List.of(1L, 2L), marksThatCanWait());
            assertEquals(1, reads.replica.failures());
            assertFalse(reads.replica.isUsed());
        }
    }

    /** A replica that has it all, and is used from now on. */
    private PostgresServer follow() {
        PostgresServer copy = main.replica(directory.resolve("copy"));
        reads.replica.config = new ReplicaConfig(copy.url(), PostgresServer.NAME, "trusted", 2, NEAR_ENOUGH_MS, 2000);
        reads.replica.open();
        reads.replica.behind(0);
        assertTrue(reads.replica.isUsed());
        return copy;
    }

    private String backend() {
        return reads.row(Select.of("SELECT pg_backend_pid()"), row -> row.getString(1))
                .orElseThrow();
    }

    private List<Long> marks() {
        return reads.rows(MARKS, row -> row.getLong(1));
    }

    private List<Long> marksThatCanWait() {
        return reads.rowsThatCanWait(MARKS, row -> row.getLong(1));
    }
}
