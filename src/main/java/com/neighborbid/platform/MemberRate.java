package com.neighborbid.platform;

import java.time.Duration;

/** How often a member may do something in an hour; a bean of a component says what, and how often. */
public abstract class MemberRate {
    private static final long WINDOW_MS = Duration.ofHours(1).toMillis();

    private final boolean on;
    private final RateLimiter limiter;

    protected MemberRate(PlatformConfig platform, Time time, int perHour) {
        on = platform.rateLimits();
        limiter = new RateLimiter(time, perHour, WINDOW_MS);
    }

    /** For the container's proxies alone. */
    @SuppressWarnings("NullAway")
    protected MemberRate() {
        on = true;
        limiter = null;
    }

    /**
     * Counts one.
     *
     * @throws RejectedException {@code RATE_LIMITED} when it is one too many
     */
    public void check(long member) {
        if (on && !limiter.allows(Ids.text(member))) {
            throw RejectedException.retryAfter(CommonRejection.RATE_LIMITED, limiter.secondsLeft());
        }
    }
}
