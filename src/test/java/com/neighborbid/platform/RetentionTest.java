package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final long NOW = 1_790_000_000_000L;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final TestHouse HOUSE = new TestHouse()
            .with(new OutboxConfig(100, Duration.ofDays(14), Duration.ofDays(30)))
            .with(new Time() {
                @Override
                public long now() {
                    return NOW;
                }
            });

    private final RetentionSweep sweep = HOUSE.get(RetentionSweep.class);

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void forgetsWhatIsOldAndKeepsTheRest() {
        remember("young", NOW - 14 * DAY_MS);
        remember("old", NOW - 14 * DAY_MS - 1);
        keep("young", NOW - 30 * DAY_MS);
        keep("old", NOW - 30 * DAY_MS - 1);

        assertTrue(sweep.turn() > 0, "nothing is left to do");

        assertEquals(List.of("young"), texts("SELECT message_id FROM inbox"));
        assertEquals(List.of("young"), texts("SELECT key FROM idempotency"));
    }

    @Test
    void goesOnAtOnceWhileMuchIsLeft() {
        HOUSE.together(entities -> entities.createNativeQuery("INSERT INTO inbox (receiver, message_id, at)"
                        + " SELECT 'r', 'flood-' || n, 0 FROM generate_series(1, 5001) n")
                .executeUpdate());

        assertEquals(0, sweep.turn());
        assertTrue(sweep.turn() > 0);
        assertEquals(List.of(), texts("SELECT message_id FROM inbox WHERE message_id LIKE 'flood%'"));
    }

    private static void remember(String id, long at) {
        execute("INSERT INTO inbox (receiver, message_id, at) VALUES ('r', ?1, ?2)", id, at);
    }

    private static void keep(String key, long at) {
        execute(
                "INSERT INTO idempotency (member_id, key, request_hash, status, answer, at)"
                        + " VALUES (1, ?1, '', 200, '', ?2)",
                key,
                at);
    }

    private static void execute(String sql, Object... parameters) {
        HOUSE.together(entities -> {
            var query = entities.createNativeQuery(sql);
            IntStream.range(0, parameters.length).forEach(i -> query.setParameter(i + 1, parameters[i]));
            return query.executeUpdate();
        });
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(String query) {
        return HOUSE.together(
                entities -> (List<String>) entities.createNativeQuery(query).getResultList());
    }
}
