package com.neighborbid.member;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords, few at once: a storm of logins waits here, up to a bound, and leaves processors and threads to the
 * rest of the house. Callers must not be in a transaction, or they would keep a connection while they wait.
 */
@ApplicationScoped
class Passwords {
    private static final long MOST_WAIT_SECONDS = 10;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns;
    private final Semaphore places;

    @Inject
    Passwords(MemberConfig config) {
        turns = new Semaphore(config.hashesAtOnce(), true);
        places = new Semaphore(config.hashesAtOnce() + config.hashesWaiting());
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected Passwords() {
        turns = null;
        places = null;
    }

    /**
     * The hash of a new password, to be kept.
     *
     * @throws RejectedException {@code UNAVAILABLE} when too many wait already
     */
    String hash(String password) {
        return inTurn(() -> PasswordHash.of(password, random));
    }

    /**
     * Whether a password is the one that was hashed. Without a hash, for a member that does not exist, the answer is no
     * and takes as long, so that nobody learns by the time who is a member. Throws as {@link #hash}.
     */
    boolean matches(String password, Optional<String> hash) {
        boolean matches = inTurn(() -> PasswordHash.matches(password, hash.orElse(PasswordHash.OF_NOBODY)));
        return matches && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            if (!turns.tryAcquire(MOST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            places.release();
        }
    }

    private static RejectedException busy() {
        return RejectedException.retryAfter(CommonRejection.UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
}
