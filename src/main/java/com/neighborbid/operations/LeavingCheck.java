package com.neighborbid.operations;

import com.neighborbid.platform.Departure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down as soon as this instance is asked to end, and seconds before it does: whoever distributes calls goes elsewhere. */
@Readiness
@ApplicationScoped
public class LeavingCheck implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Departure departure;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("staying").status(!departure.isBegun()).build();
    }
}
