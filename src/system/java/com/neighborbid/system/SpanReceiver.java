package com.neighborbid.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Takes spans by OTLP over HTTP, as a collector does, and reads of its protocol buffers what tests look at. */
final class SpanReceiver implements AutoCloseable {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /** @param kind 1 internal, 2 server, 3 client, 4 producer, 5 consumer; @param status 2 is an error */
    record Span(
            String trace,
            String id,
            String parent,
            String name,
            int kind,
            int status,
            Map<String, String> attributes) {}

    SpanReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** The environment of a house that tells all of its spans to this. */
    Map<String, String> environment() {
        return Map.of(
                "OTEL_SDK_DISABLED", "false",
                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "OTEL_BSP_SCHEDULE_DELAY", "200");
    }

    /** All that came so far. */
    List<Span> spans() {
        return spans;
    }

    /** All of a trace that came so far. */
    List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace.equals(trace)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ByteBuffer request = ByteBuffer.wrap(exchange.getRequestBody().readAllBytes());
            // Resources have their scopes in field 2, and scopes their spans.
            fields(
                    request,
                    (number, resource) -> fields(resource, (inResource, scope) -> {
                        if (inResource == 2) {
                            fields(scope, (inScope, span) -> {
                                if (inScope == 2) {
                                    spans.add(span(span));
                                }
                            });
                        }
                    }));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Span span(ByteBuffer message) {
        Map<Integer, ByteBuffer> single = new TreeMap<>();
        Map<String, String> attributes = new TreeMap<>();
        fields(message, (number, value) -> {
            if (number == 9) {
                Map<Integer, ByteBuffer> pair = map(value);
                Map<Integer, ByteBuffer> any = map(pair.get(2));
                attributes.put(text(pair.get(1)), any.containsKey(1) ? text(any.get(1)) : String.valueOf(any.keySet()));
            } else {
                single.put(number, value);
            }
        });
        Map<Integer, ByteBuffer> status = single.containsKey(15) ? map(single.get(15)) : Map.of();
        return new Span(
                hex(single.get(1)),
                hex(single.get(2)),
                single.containsKey(4) ? hex(single.get(4)) : "",
                text(single.get(5)),
                (int) varint(single.get(6)),
                status.containsKey(3) ? (int) varint(status.get(3)) : 0,
                attributes);
    }

    private static Map<Integer, ByteBuffer> map(ByteBuffer message) {
        Map<Integer, ByteBuffer> fields = new TreeMap<>();
        fields(message, fields::put);
        return fields;
    }

    /** Each field of a message, by its number; a varint as it stands there. */
    private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> field) {
        ByteBuffer rest = message.slice().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            long key = varint(rest);
            int length = switch ((int) key & 7) {
                case VARINT -> varintLength(rest);
                case FIXED_64 -> Long.BYTES;
                case BYTES -> (int) varint(rest);
                default -> Integer.BYTES;
            };
            field.accept((int) (key >>> 3), rest.slice(rest.position(), length));
            rest.position(rest.position() + length);
        }
    }

    private static int varintLength(ByteBuffer at) {
        int length = 1;
        while (at.get(at.position() + length - 1) < 0) {
            length++;
        }
        return length;
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = from.get();
            value |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static byte[] bytes(ByteBuffer field) {
        byte[] bytes = new byte[field.remaining()];
        field.slice().get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    private static String hex(ByteBuffer field) {
        return HexFormat.of().formatHex(bytes(field));
    }

    /** What came, for a message of a test that fails. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        spans.forEach(span -> lines.add(span.trace + " " + span.parent + " -> " + span.id + " " + span.name));
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
