package com.neighborbid.member;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RateLimiter;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How often a member may have its data: each time is a walk through every table. */
@ApplicationScoped
class ExportRate {
    private static final long WINDOW_MS = Duration.ofHours(1).toMillis();

    private final boolean on;
    private final RateLimiter limiter;

    @Inject
    ExportRate(PlatformConfig platform, PrivacyConfig config, Time time) {
        on = platform.rateLimits();
        limiter = new RateLimiter(time, config.perHour(), WINDOW_MS);
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected ExportRate() {
        on = true;
        limiter = null;
    }

    /** Counts an export; false when it is one too many. */
    boolean allows(long member) {
        return limiter.allows(Ids.text(member)) || !on;
    }

    int secondsLeft() {
        return limiter.secondsLeft();
    }
}
