package com.neighborbid.launcher.demo;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The house as a client sees it. Does what the house asks of clients: waits when it says 429, as long as it says. */
final class HouseClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES_MOST = 4;
    private static final long WAIT_SECONDS_MOST = 600;
    private static final int TOO_MANY = 429;
    private static final int BAD_GATEWAY = 502;

    private final URI base;
    private final HttpClient http;

    /**
     * @param base {@code http://host:port/}
     * @param executor runs what sockets hear
     */
    HouseClient(URI base, Executor executor) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .executor(executor)
                .build();
    }

    /**
     * Makes a call and returns the house's answer, refusals included.
     *
     * @param path with a slash at its beginning
     * @param headers names and values in turn
     * @throws HouseAway when there is no answer, or the house cannot serve now
     */
    Reply call(String method, String path, @Nullable String token, @Nullable JsonObject body, String... headers)
            throws InterruptedException {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return send(method, path, token, content, body == null ? null : "application/json", headers);
    }

    /** Whether the house says that it takes bids. */
    boolean isReady() throws InterruptedException {
        try {
            return call("GET", "/health/ready", null, null).ok();
        } catch (HouseAway stillAway) {
            return false;
        }
    }

    /** Uploads one file as the part {@code photo} of a form. */
    Reply upload(String path, String token, byte[] jpeg) throws InterruptedException {
        PhotoForm form = new PhotoForm(jpeg);
        return send("POST", path, token, BodyPublishers.ofByteArray(form.bytes()), form.contentType());
    }

    /** Enters a room with a session; the future fails as the handshake does. */
    CompletableFuture<WebSocket> enter(String auction, String token, WebSocket.Listener listener) {
        URI room = URI.create("ws" + base.toString().substring("http".length()) + "ws/auctions/" + auction);
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .connectTimeout(PATIENCE)
                .buildAsync(room, listener);
    }

    private Reply send(
            String method,
            String path,
            @Nullable String token,
            BodyPublisher content,
            @Nullable String contentType,
            String... headers)
            throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, content);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return patiently(request.build());
    }

    private Reply patiently(HttpRequest request) throws InterruptedException {
        HttpResponse<String> answer = once(request);
        for (int tries = 1; answer.statusCode() == TOO_MANY && tries < TRIES_MOST; tries++) {
            Thread.sleep(Duration.ofSeconds(waitSeconds(answer)).toMillis());
            answer = once(request);
        }
        Reply reply = new Reply(answer.statusCode(), object(answer));
        // While the house starts, its port answers already: with a refusal that is not one of the house's problems.
        boolean strange = !reply.ok() && reply.code().isEmpty();
        if (reply.status() == TOO_MANY || reply.status() >= BAD_GATEWAY || strange) {
            throw new HouseAway(request.method() + " " + request.uri().getPath() + ": " + reply.status());
        }
        return reply;
    }

    private HttpResponse<String> once(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new HouseAway(request.method() + " " + request.uri().getPath() + ": " + e, e);
        }
    }

    private static long waitSeconds(HttpResponse<?> answer) {
        String said = answer.headers().firstValue("Retry-After").orElse("1");
        return said.matches("\\d{1,6}") ? Math.min(WAIT_SECONDS_MOST, Math.max(1, Long.parseLong(said))) : 1;
    }

    private static JsonObject object(HttpResponse<String> answer) {
        boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        try {
            return json && answer.body().startsWith("{") ? JsonText.object(answer.body()) : JsonValue.EMPTY_JSON_OBJECT;
        } catch (JsonException e) {
            throw new HouseAway("an answer cut short: " + e.getMessage(), e);
        }
    }
}
