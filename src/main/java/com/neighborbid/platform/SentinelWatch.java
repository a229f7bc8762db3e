package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Asks the sentinels twice a second whether Redis's primary is still the one that this node knows: it has less than
 * {@code nb.bid.recovery.ms} to go over to another one, and to send back what was acknowledged at the old.
 */
@ApplicationScoped
class SentinelWatch implements WorkerTask {
    private static final long PAUSE_MS = 500;
    private static final long NEVER_MS = Duration.ofDays(1).toMillis();

    @Inject
    @SuppressWarnings("NullAway.Init")
    Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PlatformConfig config;

    @Override
    public String name() {
        return "sentinel-watch";
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public long turn() {
        if (config.redis().kind() != RedisAddress.Kind.SENTINEL) {
            return NEVER_MS;
        }
        redis.follow();
        return PAUSE_MS;
    }
}
