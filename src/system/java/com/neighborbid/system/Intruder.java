package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.load.ContractClient;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes calls that no client should, and notes every answer that is not a clear refusal. */
final class Intruder {
    static final String JSON = "application/json";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int EXCERPT = 160;

    private final URI house;
    private final @Nullable String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final List<String> faults = new ArrayList<>();
    private int calls;

    /** @param member whose session it has, or null for none */
    Intruder(URI house, @Nullable ContractClient member) {
        this.house = house;
        this.token = member == null ? null : member.token();
    }

    /** Fails if any answer was not as it should be. */
    void verify() {
        assertTrue(calls > 5, "too few calls to prove anything");
        assertEquals("", String.join("\n", faults));
    }

    /** A JSON body that must be refused. */
    void refused(String method, String path, String body) {
        refused(method, path, body.getBytes(StandardCharsets.UTF_8), JSON, 0);
    }

    /** A call without a body that must be refused with this status. */
    void refused(String method, String path, int status, String... headers) {
        refused(method, path, null, null, status, headers);
    }

    /**
     * A call that must be refused with a problem.
     *
     * @param status the one that is due, or 0 for any from 400 to 499
     */
    void refused(
            String method, String path, byte @Nullable [] body, @Nullable String type, int status, String... headers) {
        calls++;
        String call = method + " " + path + " " + excerpt(body == null ? "" : new String(body, StandardCharsets.UTF_8))
                + (type == null ? "" : " as " + type);
        HttpResponse<String> answer = send(method, path, body, type, headers);
        boolean dueStatus =
                status == 0 ? answer.statusCode() >= 400 && answer.statusCode() < 500 : answer.statusCode() == status;
        if (!dueStatus || !isProblem(answer)) {
            String given = answer.headers().firstValue("Content-Type").orElse("no type");
            faults.add(call + " -> " + answer.statusCode() + " " + given + " " + excerpt(answer.body()));
        }
    }

    private HttpResponse<String> send(
            String method, String path, byte @Nullable [] body, @Nullable String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.resolve(path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " had no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return false;
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            JsonObject problem = reader.readObject();
            return problem.getInt("status") == answer.statusCode()
                    && problem.getString("type").startsWith("/problems/")
                    && !problem.getString("title").isEmpty()
                    && problem.getString("code").matches("[A-Z][A-Z_]+")
                    && !answer.body().matches("(?s).*(Exception|\\bat (com|org|java)\\.).*");
        } catch (JsonException | NullPointerException | ClassCastException notOurs) {
            return false;
        }
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "... (" + text.length() + ")";
    }
}
