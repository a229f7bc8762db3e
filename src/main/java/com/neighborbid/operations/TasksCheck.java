package com.neighborbid.operations;

import com.neighborbid.platform.WorkerTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether the node's background tasks live. One that died of an error does not come back, and settlements or mails may
 * hang on it: the node is to be started again. Engines that are away do not matter here; a restart would not bring them.
 */
@Liveness
@ApplicationScoped
public class TasksCheck implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    WorkerTasks tasks;

    @Override
    public HealthCheckResponse call() {
        List<String> ended = tasks.ended();
        return HealthCheckResponse.named("tasks")
                .status(ended.isEmpty())
                .withData("ended", String.join(", ", ended))
                .build();
    }
}
