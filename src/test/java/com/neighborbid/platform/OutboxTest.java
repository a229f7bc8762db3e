package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final TestHouse house = new TestHouse();
    private final Outbox outbox = house.get(Outbox.class);
    private final List<String> carried = new ArrayList<>();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void takesTheOldestOfEveryQueueWhateverTheBacklogOfOne() {
        add("nb.notices", "n1", "n2", "n3", "n4");
        add("nb.settlement", "s1", "s2");
        add("nb.mail", "m1");

        assertEquals(5, outbox.carry(2, this::carry));
        assertEquals(
                List.of("m1", "n1", "n2", "s1", "s2"), carried.stream().sorted().toList());

        assertEquals(2, outbox.carry(2, this::carry));
        assertEquals(List.of("n3", "n4"), carried.subList(5, 7));
        assertEquals(0, outbox.carry(2, this::carry));
    }

    @Test
    void keepsWhatCouldNotBeCarried() {
        add("nb.mail", "m1", "m2");

        assertThrows(
                UnavailableException.class,
                () -> outbox.carry(10, messages -> {
                    throw new UnavailableException("Broker: away", new IllegalStateException());
                }));

        assertEquals(2, outbox.carry(10, this::carry));
        assertEquals(List.of("m1", "m2"), carried);
    }

    @Test
    void takesTheTraceOfItsWriterAlong() {
        SpanContext writer = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        Traces.use(TracerProvider.noop().get("test"));
        try (Scope traced = Span.wrap(writer).makeCurrent()) {
            add("nb.mail", "m1");
        } finally {
            Traces.use(null);
        }
        add("nb.mail", "m2");

        List<List<String>> traces = new ArrayList<>();
        outbox.carry(10, messages -> {
            carry(messages);
            messages.forEach(message -> traces.add(message.traces()));
        });

        assertEquals(List.of("m1", "m2"), carried);
        assertEquals(List.of(List.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), List.of()), traces);
    }

    @Test
    void takesManyAtOnceInTheirOrder() {
        house.together(entities -> {
            outbox.addAll("nb.mail", List.of("m2", "m1", "m3"));
            outbox.addAll("nb.mail", List.of());
            return 0;
        });

        assertEquals(3, outbox.carry(10, this::carry));
        assertEquals(List.of("m2", "m1", "m3"), carried);
    }

    @Test
    void givesTwoCarriersDifferentMessages() {
        add("nb.mail", "m1", "m2", "m3");

        outbox.carry(2, first -> {
            carry(first);
            int byTheSecond = CompletableFuture.supplyAsync(() -> outbox.carry(2, this::carry))
                    .join();
            assertEquals(1, byTheSecond);
        });

        assertEquals(List.of("m1", "m2", "m3"), carried);
    }

    private void carry(List<Messages.Outgoing> messages) {
        messages.forEach(message -> carried.add(message.body()));
    }

    private void add(String queue, String... bodies) {
        house.together(entities -> {
            for (String body : bodies) {
                outbox.add(queue, body);
            }
            return bodies.length;
        });
    }
}
