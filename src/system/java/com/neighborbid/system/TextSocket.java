package com.neighborbid.system;

import com.neighborbid.load.ContractException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One WebSocket to look at closely: every frame in its order, with the time at which it came. */
final class TextSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    /** A frame, and {@link System#nanoTime()} when it was here. */
    record Arrival(JsonObject frame, long nanos) {
        String type() {
            return frame.getString("type");
        }
    }

    private TextSocket(URI uri, String... headers) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(PATIENCE);
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(uri, new Listener()).join();
    }

    /** Opens a socket. @param headers names and values in turn */
    static TextSocket open(URI uri, String... headers) {
        return new TextSocket(uri, headers);
    }

    /** The HTTP status with which a handshake is refused. */
    static int refusal(URI uri, String... headers) {
        try (TextSocket opened = new TextSocket(uri, headers)) {
            throw new AssertionError("not refused: " + uri + opened.arrivals);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends a text in so many pieces. */
    void sendInPieces(String text, int length) {
        for (int from = 0; from < text.length(); from += length) {
            int to = Math.min(text.length(), from + length);
            socket.sendText(text.substring(from, to), to == text.length()).join();
        }
    }

    void sendBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** The next frame that is as wanted; those before it are dropped. */
    Arrival await(Predicate<JsonObject> wanted) {
        List<JsonObject> others = new ArrayList<>();
        long latest = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                @Nullable Arrival next = arrivals.poll(latest - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError("never came; came: " + others);
                }
                if (wanted.test(next.frame)) {
                    return next;
                }
                others.add(next.frame);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException("interrupted", e);
        }
    }

    /** The next frame of a type. */
    JsonObject awaitType(String type) {
        return await(frame -> frame.getString("type").equals(type)).frame;
    }

    /** Sends a ping and takes every frame until its pong: all that the house had to say before. */
    List<Arrival> untilPong(int t) {
        send("{\"type\":\"ping\",\"t\":" + t + "}");
        List<Arrival> before = new ArrayList<>();
        Arrival next = await(frame -> true);
        while (!(next.type().equals("pong") && next.frame.getInt("t") == t)) {
            before.add(next);
            next = await(frame -> true);
        }
        return before;
    }

    /** The close code, once the house has closed it. */
    int closeCode() {
        return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                long now = System.nanoTime();
                try (var reader = Json.createReader(new StringReader(text.toString()))) {
                    arrivals.add(new Arrival(reader.readObject(), now));
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
