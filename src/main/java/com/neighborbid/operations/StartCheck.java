package com.neighborbid.operations;

import com.neighborbid.platform.Lifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the node has come to serve, once: schema migrated, all deployed, tasks started, functions in Redis. */
@Startup
@ApplicationScoped
public class StartCheck implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Lifecycle life;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started")
                .status(life.phase() != Lifecycle.Phase.STARTING)
                .build();
    }
}
