package com.neighborbid.operations;

import com.neighborbid.platform.Redis;
import com.neighborbid.platform.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether Redis answers: without it no bid is taken. */
@Readiness
@ApplicationScoped
public class RedisCheck implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

    @Override
    public HealthCheckResponse call() {
        try {
            redis.ping();
            return HealthCheckResponse.up("redis");
        } catch (UnavailableException e) {
            return HealthCheckResponse.named("redis")
                    .down()
                    .withData("cause", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
