package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Soon;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads from a real streaming replica: while it keeps up, falls behind, dies, comes back, and stops being one. */
class ReplicaTest {
    private static final long NEAR_ENOUGH_MS = 5000;

    @TempDir
    private Path directory;

    private PostgresServer main;
    private PostgresServer copy;
    private SessionFactory sessions;
    private final Replica replica = new Replica();
    private final ReplicaWatch watch = new ReplicaWatch();
    private long now = 1_790_000_000_000L;

    @BeforeEach
    void follow() {
        PostgresServer.require();
        main = PostgresServer.create(directory.resolve("main"));
        main.execute("CREATE TABLE mark (n bigint PRIMARY KEY)");
        copy = main.replica(directory.resolve("copy"));
        sessions = new Configuration()
                .setProperty(AvailableSettings.JAKARTA_JDBC_URL, main.url())
                .setProperty(AvailableSettings.JAKARTA_JDBC_USER, PostgresServer.NAME)
                .setProperty(AvailableSettings.JAKARTA_JDBC_PASSWORD, "trusted")
                .buildSessionFactory();
        replica.config = new ReplicaConfig(copy.url(), PostgresServer.NAME, "trusted", 2, NEAR_ENOUGH_MS, 2000);
        replica.open();
        watch.replica = replica;
        watch.main = new LogPosition() {
            @Override
            long now() {
                return sessions.fromTransaction(session -> {
                    entities = session;
                    return super.now();
                });
            }
        };
        watch.time = new Time() {
            @Override
            public long now() {
                return now;
            }
        };
        watch.turn();
    }

    @AfterEach
    void close() {
        replica.close();
        if (sessions != null) {
            sessions.close();
        }
        if (copy != null) {
            copy.close();
        }
        if (main != null) {
            main.close();
        }
    }

    @Test
    void answersWhatWasCommittedAMomentAgo() {
        mark(1);
        Soon.see(this::marks, seen -> seen == 1);
        assertTrue(isAnsweredByTheReplica());
        assertTrue(replica.reads() >= 2);
        assertEquals(0, replica.failures());
    }

    @Test
    void isLeftAloneWhileItIsTooFarBehind() {
        copy.ask("SELECT pg_wal_replay_pause()");
        mark(1);
        watch.turn();
        assertTrue(isAnsweredByTheReplica(), "it may be behind a little");
        assertEquals(0, marks());

        now += NEAR_ENOUGH_MS + 1;
        watch.turn();
        assertEquals(NEAR_ENOUGH_MS + 1, replica.lagMs());
        assertFalse(isAnsweredByTheReplica());
        assertEquals(1, marks());

        copy.ask("SELECT pg_wal_replay_resume()");
        Soon.see(
                () -> {
                    watch.turn();
                    return replica.isUsed();
                },
                used -> used);
        assertEquals(0, replica.lagMs());
        assertEquals(1, marks());
    }

    @Test
    void aReadThatItFailsIsAnsweredByTheMainOne() {
        mark(1);
        Soon.see(this::marks, seen -> seen == 1);
        copy.kill();
        assertEquals(1, marks());
        assertEquals(1, replica.failures());
        assertFalse(replica.isUsed());
        watch.turn();
        assertFalse(replica.isUsed());

        copy = PostgresServer.open(copy.data(), copy.port());
        Soon.see(
                () -> {
                    watch.turn();
                    return replica.isUsed();
                },
                used -> used);
        assertTrue(isAnsweredByTheReplica());
    }

    @Test
    void oneThatWasPromotedIsNone() {
        copy.ask("SELECT pg_promote()");
        watch.turn();
        assertFalse(isAnsweredByTheReplica());
    }

    @Test
    void refusalsOfTheCallerPassThrough() {
        assertThrows(
                RejectedException.class,
                () -> read(from -> {
                    throw RejectedException.notFound("mark");
                }));
        assertTrue(replica.isUsed());
        assertTrue(isAnsweredByTheReplica());
    }

    @Test
    void writesNothing() {
        assertThrows(
                PersistenceException.class,
                () -> sessions.fromTransaction(session -> replica.ask(session, from -> {
                            int added = from.createNativeQuery("INSERT INTO mark VALUES (7)")
                                    .executeUpdate();
                            return added;
                        })
                        .orElseThrow(() -> new PersistenceException("refused"))));
        assertEquals("0", main.ask("SELECT count(*) FROM mark"));
    }

    private void mark(int n) {
        main.execute("INSERT INTO mark VALUES (" + n + ")");
    }

    private long marks() {
        return ((Number) read(from ->
                        from.createNativeQuery("SELECT count(*) FROM mark").getSingleResult()))
                .longValue();
    }

    private boolean isAnsweredByTheReplica() {
        return (Boolean) read(
                from -> from.createNativeQuery("SELECT pg_is_in_recovery()").getSingleResult());
    }

    private Object read(Function<EntityManager, Object> queries) {
        return sessions.fromTransaction(session -> replica.read(session, queries));
    }
}
