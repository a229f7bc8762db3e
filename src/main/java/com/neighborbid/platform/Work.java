package com.neighborbid.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

/**
 * What a thread does, to be gone on with on another: its name in the log, and its span.
 *
 * @param name as {@link RequestId} tells it
 * @param span none where the work is not traced
 */
public record Work(String name, Span span) {
    /** What this thread does now. */
    public static Work current() {
        return new Work(RequestId.current(), Traces.current());
    }

    /** Goes on with it on this thread until the answer is closed. */
    @SuppressWarnings("MustBeClosedChecker") // closed by the answer
    public RequestId.Scope resume() {
        RequestId.Scope named = RequestId.enter(name);
        if (!span.getSpanContext().isValid()) {
            return named;
        }
        Scope traced = span.makeCurrent();
        return () -> {
            traced.close();
            named.close();
        };
    }
}
