package com.neighborbid.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.platform.Lifecycle;
import com.neighborbid.platform.Lifecycle.Phase;
import com.neighborbid.platform.WorkerTasks;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LifeChecksTest {
    private Phase phase = Phase.STARTING;
    private List<String> ended = List.of();

    @BeforeAll
    static void answer() {
        HealthCheckResponse.setResponseProvider(PlainResponse::new);
    }

    @AfterAll
    static void forget() {
        HealthCheckResponse.setResponseProvider(null);
    }

    @Test
    void servesBetweenTheStartAndTheStop() {
        check(Phase.STARTING, Status.DOWN, Status.DOWN);
        check(Phase.SERVING, Status.UP, Status.UP);
        check(Phase.STOPPING, Status.UP, Status.DOWN);
    }

    @Test
    void livesUntilATaskHasEndedUnasked() {
        TasksCheck check = new TasksCheck();
        check.tasks = new WorkerTasks() {
            @Override
            public List<String> ended() {
                return ended;
            }
        };
        assertEquals(Status.UP, check.call().getStatus());

        ended = List.of("nb-outbox-relay");

        assertEquals(Status.DOWN, check.call().getStatus());
        assertEquals("nb-outbox-relay", check.call().getData().orElseThrow().get("ended"));
    }

    private void check(Phase at, Status started, Status serving) {
        phase = at;
        Lifecycle life = new Lifecycle() {
            @Override
            public Phase phase() {
                return phase;
            }
        };
        StartCheck start = new StartCheck();
        start.life = life;
        ServingCheck serve = new ServingCheck();
        serve.life = life;
        assertEquals(started, start.call().getStatus(), at.name());
        assertEquals(serving, serve.call().getStatus(), at.name());
    }
}
