package com.neighborbid.platform;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the work of a message-driven bean out of the enterprise bean's call, into the web application's own context:
 * each such bean names it in {@code @Interceptors}.
 *
 * <p>Inside of an enterprise bean's call Payara 6 takes no connection into a transaction that {@code @Transactional}
 * began: every statement then commits by itself, a rollback undoes nothing, and a message that was sent is lost.
 */
public class WebContext {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private WebContextExecutor executor;

    @AroundInvoke
    @Nullable
    Object run(InvocationContext call) throws Exception {
        CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();
        String name = nameOf(call);
        executor.get().execute(() -> {
            try (RequestId.Scope named = RequestId.enter(name)) {
                complete(outcome, call);
            }
        });
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    /** A message's id names the work on it. */
    private static String nameOf(InvocationContext call) throws JMSException {
        Object[] arguments = call.getParameters();
        String id = arguments.length == 1 && arguments[0] instanceof Message message ? Messages.idOf(message) : null;
        return id == null ? RequestId.current() : id;
    }

    private static void complete(CompletableFuture<@Nullable Object> outcome, InvocationContext call) {
        try {
            outcome.complete(call.proceed());
        } catch (Exception e) {
            outcome.completeExceptionally(e);
        }
    }
}
