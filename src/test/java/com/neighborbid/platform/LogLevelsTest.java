package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.LogLevels.Level;
import com.neighborbid.platform.LogLevels.Wish;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Log levels that are wished in a real Redis, and a node's loggers that follow them and go back. */
class LogLevelsTest {
    private static final String NAME = "com.neighborbid.test.talkative";
    private static final Logger LOGGER = Logger.getLogger(NAME);
    private static final long MINUTE = 60_000;

    private RedisServer server;
    private Redis redis;
    private long now = 1_790_000_000_000L;
    private final LogLevels levels = new LogLevels();
    private final LogLevelTask task = new LogLevelTask();

    @BeforeEach
    void open() {
        server = RedisServer.start();
        PlatformConfig config = new PlatformConfig(
                "first",
                Set.of(Role.values()),
                Path.of("target"),
                "",
                "",
                "",
                RedisAddress.parse(server.url()),
                2,
                500,
                Set.of(),
                true);
        redis = new Redis(config);
        redis.open();
        Time time = new Time() {
            @Override
            public long now() {
                return now;
            }
        };
        levels.redis = redis;
        levels.time = time;
        task.levels = levels;
        task.config = config;
        task.time = time;
    }

    @AfterEach
    void close() {
        task.stop();
        redis.close();
        server.close();
    }

    private void wish(String node, Level level, long minutes) {
        levels.set(new Wish(NAME, node, level, now + minutes * MINUTE));
    }

    @Test
    void followsAndGoesBackWhenTheTimeIsOver() {
        wish(null, Level.DEBUG, 5);
        task.turn();
        assertTrue(LOGGER.isLoggable(java.util.logging.Level.FINE));
        assertFalse(LOGGER.isLoggable(java.util.logging.Level.FINER));

        now += 5 * MINUTE;
        task.turn();

        assertNull(LOGGER.getLevel(), "it has its parent's level again");
        assertEquals(List.of(), levels.all());
    }

    @Test
    void goesBackToALevelOfItsOwn() {
        LOGGER.setLevel(java.util.logging.Level.WARNING);
        try {
            wish(null, Level.TRACE, 5);
            task.turn();
            assertEquals(java.util.logging.Level.FINER, LOGGER.getLevel());
            assertTrue(levels.drop(NAME, null));
            task.turn();
            assertEquals(java.util.logging.Level.WARNING, LOGGER.getLevel());
            assertFalse(levels.drop(NAME, null));
        } finally {
            LOGGER.setLevel(null);
        }
    }

    @Test
    void ownNodeComesBeforeAllAndOthersAreNoMatter() {
        wish("second", Level.TRACE, 5);
        task.turn();
        assertNull(LOGGER.getLevel());

        wish(null, Level.ERROR, 5);
        wish("first", Level.DEBUG, 1);
        task.turn();
        assertEquals(java.util.logging.Level.FINE, LOGGER.getLevel());

        now += MINUTE;
        task.turn();
        assertEquals(java.util.logging.Level.SEVERE, LOGGER.getLevel());
    }

    @Test
    void goesBackInTimeThoughRedisIsAway() {
        wish(null, Level.DEBUG, 5);
        task.turn();
        server.close();

        task.turn();
        assertEquals(java.util.logging.Level.FINE, LOGGER.getLevel());
        now += 5 * MINUTE;
        task.turn();
        assertNull(LOGGER.getLevel());
    }
}
