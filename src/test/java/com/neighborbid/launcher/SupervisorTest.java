package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private final List<String> said = new ArrayList<>();
    private final MortalEngine engine = new MortalEngine();

    @Test
    void startsAnEngineAgainUntilTheBudgetIsSpent() {
        LaunchFailure failure =
                assertThrows(LaunchFailure.class, () -> supervisor(3).watch(child()));

        assertEquals(3, engine.starts);
        assertTrue(failure.getMessage().contains("redis"), failure.getMessage());
        assertTrue(said.get(0).contains("signal 9"), said.get(0));
    }

    @Test
    void aStartThatFailsCountsToo() {
        engine.failing = true;

        assertThrows(LaunchFailure.class, () -> supervisor(3).watch(child()));

        assertEquals(3, engine.starts);
        assertTrue(said.contains("no room on the disk"), said::toString);
    }

    @Test
    void leavesAnEngineAloneThatEndedBecauseTheHouseCloses() throws InterruptedException {
        Supervisor supervisor = new Supervisor(engine, budget(3), Duration.ZERO, () -> true, said::add);

        supervisor.watch(child());

        assertEquals(0, engine.starts);
    }

    private Supervisor supervisor(int restartsMost) {
        return new Supervisor(engine, budget(restartsMost), Duration.ZERO, () -> false, said::add);
    }

    private static RestartBudget budget(int most) {
        return new RestartBudget(most, Duration.ofMinutes(5), () -> 0);
    }

    private static Child child() {
        return new Child(Part.REDIS, new EndedProcess(137), new ChildLog(Path.of("redis.log")));
    }

    /** Each of its processes has ended as soon as it is looked at. */
    private static final class MortalEngine implements Engine {
        private int starts;
        private boolean failing;

        @Override
        public Part part() {
            return Part.REDIS;
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public Child start() {
            starts++;
            if (failing) {
                throw new LaunchFailure("no room on the disk");
            }
            return child();
        }
    }
}
