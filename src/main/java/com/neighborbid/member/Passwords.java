package com.neighborbid.member;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords on few threads of its own, in the order of arrival. A storm of logins waits here, up to a bound, and
 * leaves processors, request threads and connections to the rest of the house. What follows on an answer runs on the
 * same threads.
 */
@ApplicationScoped
class Passwords {
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final long IDLE_SECONDS = 60;

    private final SecureRandom random = new SecureRandom();
    private final MemberConfig config;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    @SuppressWarnings("NullAway.Init")
    private ThreadPoolExecutor executor;

    @Inject
    Passwords(MemberConfig config) {
        this.config = config;
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected Passwords() {
        this(null);
    }

    @PostConstruct
    void open() {
        open(threads);
    }

    void open(ThreadFactory factory) {
        int size = config.hashesAtOnce();
        executor = new ThreadPoolExecutor(
                size,
                size,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.hashesWaiting(), true),
                factory);
        executor.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    /**
     * The hash of a new password, to be kept.
     *
     * @throws RejectedException {@code UNAVAILABLE} when too many wait already
     */
    CompletionStage<String> hash(String password) {
        return inTurn(() -> PasswordHash.of(password, random));
    }

    /**
     * Whether a password is the one that was hashed. Without a hash, for a member that does not exist, the answer is no
     * and takes as long, so that nobody learns by the time who is a member. Throws as {@link #hash}.
     */
    CompletionStage<Boolean> matches(String password, Optional<String> hash) {
        return inTurn(() -> PasswordHash.matches(password, hash.orElse(PasswordHash.OF_NOBODY)) && hash.isPresent());
    }

    private <T> CompletionStage<T> inTurn(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, executor);
        } catch (RejectedExecutionException tooMany) {
            throw RejectedException.retryAfter(CommonRejection.UNAVAILABLE, RETRY_AFTER_SECONDS);
        }
    }
}
