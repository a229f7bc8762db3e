package com.neighborbid.member;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RateLimiter;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps strangers from filling members' letter boxes, and from asking for everybody's. */
@ApplicationScoped
class ResetGuard {
    private static final long WINDOW_MS = Duration.ofMinutes(15).toMillis();

    private final boolean on;
    private final RateLimiter members;
    private final RateLimiter addresses;

    @Inject
    ResetGuard(PlatformConfig platform, PasswordConfig config, Time time) {
        on = platform.rateLimits();
        members = new RateLimiter(time, config.perMember(), WINDOW_MS);
        addresses = new RateLimiter(time, config.perAddress(), WINDOW_MS);
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected ResetGuard() {
        on = true;
        members = null;
        addresses = null;
    }

    /** @throws RejectedException {@code RATE_LIMITED} after too many, for an address of a member as for any other */
    void check(EmailAddress email, String clientAddress) {
        if (on && !(addresses.allows(clientAddress) && members.allows(email.key()))) {
            throw RejectedException.retryAfter(CommonRejection.RATE_LIMITED, members.secondsLeft());
        }
    }
}
