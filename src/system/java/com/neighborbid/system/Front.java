package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.Prerequisite;
import com.neighborbid.faults.Nginx;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** nginx with {@link StandIn}s behind it, new ones for each test: two for pages, one for rooms; and a client. */
final class Front implements BeforeEachCallback, AfterEachCallback {
    /** What a page waits for an answer. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @SuppressWarnings("NullAway.Init")
    private StandIn first;

    @SuppressWarnings("NullAway.Init")
    private StandIn second;

    @SuppressWarnings("NullAway.Init")
    private StandIn live;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        Prerequisite.require(Nginx.isThere(), "no nginx on this machine");
        first = new StandIn();
        second = new StandIn();
        live = new StandIn();
    }

    /** An nginx before them. */
    Nginx open() {
        return open("");
    }

    /** The same, with more of its place's own configuration. */
    Nginx open(String more) {
        return Nginx.start("pools", pools() + more);
    }

    String pools() {
        return Nginx.pools(List.of(first.port(), second.port()), List.of(live.port()));
    }

    /** One of two for pages. */
    StandIn first() {
        return first;
    }

    StandIn second() {
        return second;
    }

    /** The one for rooms. */
    StandIn live() {
        return live;
    }

    HttpClient client() {
        return client;
    }

    HttpResponse<String> get(Nginx nginx, String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(nginx, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(Nginx nginx, String path, String body) throws Exception {
        return client.send(
                request(nginx, path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    static HttpRequest.Builder request(Nginx nginx, String path) {
        return HttpRequest.newBuilder(nginx.url().resolve(path)).timeout(PATIENCE);
    }

    /** The problem that an answer is, with the headers that all problems have. */
    static JsonObject problem(HttpResponse<String> answer) {
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(List.of("nosniff"), answer.headers().allValues("X-Content-Type-Options"));
        JsonObject problem = json(answer.body());
        assertEquals(answer.statusCode(), problem.getInt("status"));
        return problem;
    }

    static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Stream.of(first, second, live).filter(Objects::nonNull).forEach(StandIn::close);
    }
}
