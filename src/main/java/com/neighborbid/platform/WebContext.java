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
        Object[] arguments = call.getParameters();
        Message message = arguments.length == 1 && arguments[0] instanceof Message received ? received : null;
        executor.get().execute(() -> complete(outcome, call, message));
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    /** A message's id names the work on it, and its sender's trace goes on. */
    private static void complete(
            CompletableFuture<@Nullable Object> outcome, InvocationContext call, @Nullable Message message) {
        if (message == null) {
            proceed(outcome, call);
            return;
        }
        try (MessageTraces traces = MessageTraces.receiving(message);
                RequestId.Scope work = traces.work(nameOf(message)).resume()) {
            proceed(outcome, call);
            outcome.whenComplete((answer, failure) -> {
                if (failure != null) {
                    traces.failed(failure);
                }
            });
        } catch (JMSException e) {
            outcome.completeExceptionally(e);
        }
    }

    private static String nameOf(Message message) throws JMSException {
        @Nullable String id = Messages.idOf(message);
        return id == null ? RequestId.current() : id;
    }

    private static void proceed(CompletableFuture<@Nullable Object> outcome, InvocationContext call) {
        try {
            outcome.complete(call.proceed());
        } catch (Exception e) {
            outcome.completeExceptionally(e);
        }
    }
}
