package com.neighborbid.moderation;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RateLimiter;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How often a member may report. */
@ApplicationScoped
class ReportRate {
    private static final long WINDOW_MS = Duration.ofHours(1).toMillis();

    private final boolean on;
    private final RateLimiter limiter;

    @Inject
    ReportRate(PlatformConfig platform, ModerationConfig config, Time time) {
        on = platform.rateLimits();
        limiter = new RateLimiter(time, config.reportsPerHour(), WINDOW_MS);
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected ReportRate() {
        on = true;
        limiter = null;
    }

    /** Counts a report; false when it is one too many. */
    boolean allows(long member) {
        return limiter.allows(Ids.text(member)) || !on;
    }

    int secondsLeft() {
        return limiter.secondsLeft();
    }
}
