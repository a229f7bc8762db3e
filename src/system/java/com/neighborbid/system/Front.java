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

/** nginx with {@link StandIn}s behind it: two for pages, one for rooms; and a client. */
final class Front implements AutoCloseable {
    /** What a page waits for an answer. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StandIn first = new StandIn();
    private final StandIn second = new StandIn();
    private final StandIn live = new StandIn();

    private Front() throws IOException {}

    /** The three that stand behind an nginx to be opened. */
    static Front standIns() throws IOException {
        Prerequisite.require(Nginx.isThere(), "no nginx on this machine");
        return new Front();
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
    public void close() {
        List.of(first, second, live).forEach(StandIn::close);
    }
}
