package com.neighborbid.member;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.Hashes;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RateLimiter;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Slows down guessing: too many failed logins, or registrations from one address, are refused for a while. */
@ApplicationScoped
class LoginGuard {
    private static final Logger LOG = System.getLogger(LoginGuard.class.getName());
    private static final long LOGIN_WINDOW_MS = Duration.ofMinutes(5).toMillis();
    private static final long REGISTRATION_WINDOW_MS = Duration.ofMinutes(10).toMillis();

    private final boolean on;
    private final RateLimiter pairs;
    private final RateLimiter members;
    private final RateLimiter addresses;
    private final RateLimiter registrations;

    @Inject
    LoginGuard(PlatformConfig platform, MemberConfig config, Time time) {
        on = platform.rateLimits();
        pairs = new RateLimiter(time, config.limits().perMemberAndAddress(), LOGIN_WINDOW_MS);
        members = new RateLimiter(time, config.limits().perMember(), LOGIN_WINDOW_MS);
        addresses = new RateLimiter(time, config.limits().perAddress(), LOGIN_WINDOW_MS);
        registrations = new RateLimiter(time, config.registrationsPerAddress(), REGISTRATION_WINDOW_MS);
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected LoginGuard() {
        on = true;
        pairs = null;
        members = null;
        addresses = null;
        registrations = null;
    }

    /** @throws RejectedException {@code RATE_LIMITED} after too many failures */
    void checkLogin(String email, String address) {
        if (on && isExhausted(email, address)) {
            throw RejectedException.retryAfter(CommonRejection.RATE_LIMITED, pairs.secondsLeft());
        }
    }

    void failed(String email, String address) {
        LOG.log(Level.INFO, "A login failed: {0} from {1}", nameless(email), address);
        pairs.allows(pair(email, address));
        members.allows(email);
        addresses.allows(address);
        // Not at each refusal: a stranger could fill the log, whose lock all threads share.
        if (on && isExhausted(email, address)) {
            LOG.log(Level.WARNING, "Too many failed logins: {0} from {1} is refused now", nameless(email), address);
        }
    }

    private boolean isExhausted(String email, String address) {
        return pairs.isExhausted(pair(email, address)) || members.isExhausted(email) || addresses.isExhausted(address);
    }

    void succeeded(String email, String address) {
        pairs.forget(pair(email, address));
    }

    /** @throws RejectedException {@code RATE_LIMITED} after too many registrations from the address */
    void checkRegistration(String address) {
        if (on && !registrations.allows(address)) {
            throw RejectedException.retryAfter(CommonRejection.RATE_LIMITED, registrations.secondsLeft());
        }
    }

    /** The same for the same address, and nobody's address: it may even be a password in the wrong field. */
    private static String nameless(String email) {
        return Hashes.sha256Hex(email.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    private static String pair(String email, String address) {
        return email + " " + address;
    }
}
