package com.neighborbid.system;

import com.neighborbid.load.ContractClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What comes over one WebSocket, in order, for a test that waits for a frame. */
final class Frames implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    private Frames(URI address, ContractClient client) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + client.token())
                .buildAsync(address, this)
                .join();
    }

    /** Opens a socket as this member; fails as {@link java.util.concurrent.CompletionException} when it is refused. */
    static Frames open(URI address, ContractClient client) {
        return new Frames(address, client);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            try (JsonReader reader = Json.createReader(new StringReader(part.toString()))) {
                frames.add(reader.readObject());
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    /** Sends a frame. */
    void send(JsonObject frame) {
        socket.sendText(frame.toString(), true).join();
    }

    /** Waits until the server closes the socket, and answers its code. */
    int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The next frame that is wanted; those before it are dropped. */
    JsonObject next(Predicate<JsonObject> wanted) throws InterruptedException {
        while (true) {
            JsonObject frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no such frame for " + PATIENCE_SECONDS + " s");
            }
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
