package com.neighborbid.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work on the caller's thread in the context of the web application, which it remembers from its start. */
@ApplicationScoped
class WebContextExecutor {
    private static final long START_SECONDS_MAX = 60;

    private final CompletableFuture<Executor> remembered = new CompletableFuture<>();

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ContextService contexts;

    void remember(@Observes @Initialized(ApplicationScoped.class) Object application) {
        remembered.complete(contexts.currentContextExecutor());
    }

    /**
     * The executor; whoever comes while the application starts, as messages do, waits for it.
     *
     * @throws UnavailableException when the application does not start
     */
    Executor get() throws InterruptedException {
        try {
            return remembered.get(START_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnavailableException("The application does not start", e);
        }
    }
}
