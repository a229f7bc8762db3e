package com.neighborbid.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spans, for whoever follows one bid or one call through the house: from its frame or request over Redis, the broker and
 * a worker to its row in PostgreSQL, under one trace id. While {@link Tracing} has not switched them on, each method is a
 * look at one field and gives the span that is none. Static, because Hibernate makes its listeners by itself.
 */
public final class Traces {
    /** The header of W3C's Trace Context, as its text goes from hand to hand. */
    static final String PARENT = "traceparent";

    private static final TextMapGetter<String> ONE_HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String header) {
            return List.of(PARENT);
        }

        @Override
        public @Nullable String get(@Nullable String header, String name) {
            return name.equals(PARENT) ? header : null;
        }
    };

    private static volatile @Nullable Tracer tracer;

    private Traces() {}

    /** Switches on with a tracer, off with null. */
    static void use(@Nullable Tracer chosen) {
        tracer = chosen;
    }

    /** Whether any work is traced here. */
    public static boolean isOn() {
        return tracer != null;
    }

    /** A span for work that comes from outside; whoever begins it ends it. */
    public static Span begin(String name, SpanKind kind) {
        Tracer chosen = tracer;
        return chosen == null
                ? Span.getInvalid()
                : chosen.spanBuilder(name).setSpanKind(kind).startSpan();
    }

    /** A span for a step of this work, where that is recorded; whoever begins it ends it. */
    public static Span step(Span work, String name, SpanKind kind) {
        Tracer chosen = tracer;
        return chosen == null || !work.isRecording() ? Span.getInvalid() : child(chosen, work, name, kind);
    }

    /** A span for work that goes on here after a message: a child of what its {@link #header} says. */
    static Span follow(String header, String name, SpanKind kind) {
        Tracer chosen = tracer;
        return chosen == null ? Span.getInvalid() : child(chosen, parse(header), name, kind);
    }

    /** The span of what this thread does. */
    public static Span current() {
        return tracer == null ? Span.getInvalid() : Span.current();
    }

    /** What a message takes along to have its receiver follow this span; null where nothing is recorded. */
    public static @Nullable String header(Span span) {
        if (!span.getSpanContext().isSampled()) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), headers, Map::put);
        return headers.get(PARENT);
    }

    private static Span parse(String header) {
        return Span.fromContext(W3CTraceContextPropagator.getInstance().extract(Context.root(), header, ONE_HEADER));
    }

    private static Span child(Tracer chosen, Span parent, String name, SpanKind kind) {
        return chosen.spanBuilder(name)
                .setParent(Context.root().with(parent))
                .setSpanKind(kind)
                .startSpan();
    }
}
