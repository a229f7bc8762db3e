package com.neighborbid.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The spans of messages on their way, and the property {@code traceparent} that takes a trace from sender to receiver.
 * A message that carries the work of several, as a batch of bids does, has several there, parted by commas: each of
 * these traces gets its span on both sides.
 */
final class MessageTraces implements AutoCloseable {
    private static final String SEPARATOR = ",";
    /** A batch takes along no more than these: the others' traces end before it. */
    private static final int MOST = 256;

    private final List<Span> spans;

    private MessageTraces(List<Span> spans) {
        this.spans = spans;
    }

    /** Those of a message that is sent now. */
    static MessageTraces sending(Messages.Outgoing message) {
        if (message.traces().isEmpty() || !Traces.isOn()) {
            return new MessageTraces(List.of());
        }
        return new MessageTraces(message.traces().stream()
                .limit(MOST)
                .map(header -> Traces.follow(header, message.queue() + " publish", SpanKind.PRODUCER))
                .toList());
    }

    /** Those of a message that is worked on now. */
    static MessageTraces receiving(Message message) throws JMSException {
        String headers = Traces.isOn() ? message.getStringProperty(Traces.PARENT) : null;
        if (headers == null) {
            return new MessageTraces(List.of());
        }
        String name = message.getJMSDestination() instanceof Queue queue ? queue.getQueueName() : "queue";
        List<Span> spans = new ArrayList<>();
        for (String header : headers.split(SEPARATOR, -1)) {
            spans.add(Traces.follow(header, name + " process", SpanKind.CONSUMER));
        }
        return new MessageTraces(spans);
    }

    /** Puts the property on, if there is anything to tell. */
    void putOn(Message message) throws JMSException {
        String headers =
                spans.stream().map(Traces::header).filter(Objects::nonNull).collect(Collectors.joining(SEPARATOR));
        if (!headers.isEmpty()) {
            message.setStringProperty(Traces.PARENT, headers);
        }
    }

    /** The work, under the first of the spans: what it does in Redis and PostgreSQL stands there, once. */
    Work work(String name) {
        return new Work(name, spans.isEmpty() ? Traces.current() : spans.get(0));
    }

    /** The work failed. */
    void failed(@Nullable Throwable failure) {
        for (Span span : spans) {
            span.setStatus(StatusCode.ERROR, String.valueOf(failure));
        }
    }

    @Override
    public void close() {
        spans.forEach(Span::end);
    }
}
