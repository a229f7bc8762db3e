package com.neighborbid.operations;

import com.neighborbid.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the broker answers. It does not make a node unready: bids are taken and acknowledged without it, and recorded
 * when it is back.
 */
@Readiness
@ApplicationScoped
public class BrokerCheck implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Messages messages;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker")
                .up()
                .withData("reachable", messages.isReachable())
                .build();
    }
}
