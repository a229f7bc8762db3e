package com.neighborbid.member;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Hashes passwords on few threads of its own, in the order of arrival. A storm of logins waits here, up to a bound in
 * number and in time, and leaves processors, request threads and connections to the rest of the house. What follows on an
 * answer runs on the same threads.
 */
@ApplicationScoped
class Passwords {
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final long IDLE_SECONDS = 60;

    private final SecureRandom random = new SecureRandom();
    private final MemberConfig config;
    private final Time time;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    @SuppressWarnings("NullAway.Init")
    private ThreadPoolExecutor executor;

    @Inject
    Passwords(MemberConfig config, Time time) {
        this.config = config;
        this.time = time;
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected Passwords() {
        this(null, null);
    }

    @PostConstruct
    void open() {
        open(threads);
    }

    void open(ThreadFactory factory) {
        int size = config.hashing().atOnce();
        executor = new ThreadPoolExecutor(
                size,
                size,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.hashing().waiting(), true),
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
     * @throws RejectedException {@code UNAVAILABLE} when too many wait already; the answer is the same when its turn does
     *     not come in time
     */
    CompletionStage<String> hash(String password) {
        return inTurn(() -> PasswordHash.of(password, random));
    }

    /**
     * Whose password it is: nobody's when it is another one, or when there is nobody; that takes as long, so that nobody
     * learns by the time who is a member. Throws as {@link #hash}.
     *
     * @param find who it may be; asked when its turn has come, so that whoever waits holds no thread and no connection. What
     *     it throws is the answer, and spares the hash, for a caller that was let in may have failed often enough by then
     * @param hashOf the hash that somebody's password must match
     */
    <T> CompletionStage<Optional<T>> whose(String password, Supplier<Optional<T>> find, Function<T, String> hashOf) {
        return inTurn(() -> {
            Optional<T> somebody = find.get();
            boolean matches =
                    PasswordHash.matches(password, somebody.map(hashOf).orElse(PasswordHash.OF_NOBODY));
            return somebody.filter(one -> matches);
        });
    }

    private <T> CompletionStage<T> inTurn(Supplier<T> work) {
        long latest = time.steady()
                + Duration.ofSeconds(config.hashing().waitSeconds()).toMillis();
        try {
            return CompletableFuture.supplyAsync(
                    () -> {
                        if (time.steady() > latest) {
                            throw unavailable();
                        }
                        return work.get();
                    },
                    executor);
        } catch (RejectedExecutionException tooMany) {
            throw unavailable();
        }
    }

    private static RejectedException unavailable() {
        return RejectedException.retryAfter(CommonRejection.UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
}
