package com.neighborbid.operations;

import com.neighborbid.platform.Lifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the node serves: not before it has started, and no more once it is to stop. */
@Readiness
@ApplicationScoped
public class ServingCheck implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Lifecycle life;

    @Override
    public HealthCheckResponse call() {
        Lifecycle.Phase phase = life.phase();
        return HealthCheckResponse.named("serving")
                .status(phase == Lifecycle.Phase.SERVING)
                .withData("phase", phase.name())
                .build();
    }
}
