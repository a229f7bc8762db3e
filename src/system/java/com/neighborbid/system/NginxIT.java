package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Prerequisite;
import com.neighborbid.faults.Nginx;
import com.sun.net.httpserver.Headers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nginx.conf promises whatever stands behind it; {@link RollingIT} has the house behind it. */
class NginxIT {
    /** What a page waits for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private StandIn first;
    private StandIn second;
    private StandIn live;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws IOException {
        Prerequisite.require(Nginx.isThere(), "no nginx on this machine");
        first = new StandIn();
        second = new StandIn();
        live = new StandIn();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        live.close();
    }

    @Test
    void sendsSocketsToTheLivePoolAndAllElseToTheWebPool() throws Exception {
        try (Nginx nginx = nginx("")) {
            for (String path : List.of("/", "/api/auctions", "/_static/lit.js", "/wsx", "/health/ready")) {
                assertEquals(200, get(nginx, path).statusCode());
            }
            assertEquals(5, first.seen().size() + second.seen().size());
            assertEquals(200, get(nginx, "/ws/auctions/1").statusCode());
            assertEquals(1, live.seen().size());
        }
    }

    @Test
    void asksAnotherInstanceWhenAGetFails() throws Exception {
        first.close();
        try (Nginx nginx = nginx("")) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, get(nginx, "/api/auctions").statusCode());
            }
            assertEquals(8, second.seen().size());
        }
    }

    @Test
    void asksAnotherInstanceWhenOneLeaves() throws Exception {
        first.leave();
        try (Nginx nginx = nginx("")) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, get(nginx, "/api/auctions").statusCode());
            }
            assertTrue(first.seen().size() <= 1, "one refusal and it is left alone for a while");
        }
    }

    @Test
    void asksAnotherInstanceWhenOneStandsStill() throws Exception {
        first.standStill();
        try (Nginx nginx = nginx("")) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, get(nginx, "/api/auctions").statusCode());
            }
            assertTrue(second.seen().size() >= 7, "one wait and it is left alone for a while");
        }
    }

    @Test
    void asksForASocketElsewhereWhateverGoesWrong() throws Exception {
        first.leave();
        String live = Nginx.pools(List.of(first.port()), List.of(first.port(), Nginx.freePort(), second.port()));
        try (Nginx nginx = Nginx.start("sockets", live)) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, get(nginx, "/ws/auctions/1").statusCode());
            }
            assertEquals(8, second.seen().size());
        }
    }

    @Test
    void asksForNoSocketWhereAnInstanceStandsStill() throws Exception {
        first.standStill();
        String both = Nginx.pools(List.of(first.port()), List.of(first.port(), second.port()));
        try (Nginx nginx = Nginx.start("sockets", both)) {
            Eventually.holds(PATIENCE, () -> isLetIn(nginx), "no socket while one of two instances stands still");
            for (int i = 0; i < 8; i++) {
                assertTrue(isLetIn(nginx), "an instance that stands still is left alone");
            }
        }
    }

    /** A client with little patience. */
    private boolean isLetIn(Nginx nginx) {
        HttpRequest handshake = HttpRequest.newBuilder(nginx.url().resolve("/ws/auctions/1"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return client.send(handshake, BodyHandlers.ofString()).statusCode() == 200;
        } catch (HttpTimeoutException none) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsAPostOnWhileNothingOfItWasSent() throws Exception {
        first.close();
        try (Nginx nginx = nginx("")) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, post(nginx, "/api/payments", "{}").statusCode());
            }
            assertEquals(8, second.seen().size());
        }
    }

    @Test
    void sendsNoPostTwice() throws Exception {
        try (Nginx nginx = nginx("")) {
            HttpResponse<String> answer = post(nginx, "/api/drop", "{}");

            assertEquals(503, answer.statusCode());
            assertEquals("UNAVAILABLE", problem(answer).getString("code"));
            assertEquals(1, first.seen().size() + second.seen().size());
        }
    }

    @Test
    void passesOnWhatAnInstanceSaysItself() throws Exception {
        try (Nginx nginx = nginx("")) {
            for (int status : List.of(404, 409, 429, 503)) {
                HttpResponse<String> answer = get(nginx, "/api/status/" + status);
                assertEquals(status, answer.statusCode());
                assertTrue(answer.body().startsWith("one lot"), answer.body());
            }
            assertEquals(4, first.seen().size() + second.seen().size());
        }
    }

    @Test
    void boundsBodies() throws Exception {
        String large = "x".repeat(300 * 1024);
        try (Nginx nginx = nginx("")) {
            HttpResponse<String> refused = post(nginx, "/api/payments", large);
            assertEquals(413, refused.statusCode());
            assertEquals("TOO_LARGE", problem(refused).getString("code"));
            assertEquals(0, first.seen().size() + second.seen().size());
            assertEquals(200, post(nginx, "/api/auctions/a1/photos", large).statusCode());
        }
    }

    @Test
    void boundsTheRequestsOfAnAddress() throws Exception {
        try (Nginx nginx = nginx("")) {
            List<HttpResponse<String>> answers = flood(nginx);
            List<HttpResponse<String>> refused = answers.stream()
                    .filter(answer -> answer.statusCode() == 429)
                    .toList();
            assertFalse(refused.isEmpty(), "nobody is refused");
            assertEquals("RATE_LIMITED", problem(refused.get(0)).getString("code"));
            assertTrue(refused.get(0).headers().firstValue("Retry-After").isPresent());
            assertTrue(answers.stream().allMatch(answer -> List.of(200, 429).contains(answer.statusCode())));
        }
        try (Nginx nginx = nginx("geo $limited {\n    default 0;\n}\n")) {
            assertTrue(flood(nginx).stream().allMatch(answer -> answer.statusCode() == 200));
        }
    }

    @Test
    void boundsTheLoginsOfAnAddressAndNothingElse() throws Exception {
        try (Nginx nginx = nginx("")) {
            List<CompletableFuture<HttpResponse<String>>> logins = IntStream.range(0, 390)
                    .mapToObj(i -> client.sendAsync(
                            request(nginx, "/api/sessions")
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            BodyHandlers.ofString()))
                    .toList();
            List<Integer> answers =
                    logins.stream().map(login -> login.join().statusCode()).toList();
            assertEquals(Set.of(200, 429), Set.copyOf(answers));
            assertEquals(200, get(nginx, "/api/auctions").statusCode());
        }
    }

    @Test
    void boundsTheConnectionsOfAnAddress() throws Exception {
        int most = 500;
        try (Nginx nginx = nginx("")) {
            List<CompletableFuture<HttpResponse<String>>> held = IntStream.range(0, most)
                    .mapToObj(i -> client.sendAsync(request(nginx, "/ws/held").build(), BodyHandlers.ofString()))
                    .toList();
            Eventually.holds(PATIENCE, () -> live.seen().size() == most, "sockets that do not arrive");
            assertEquals("RATE_LIMITED", problem(get(nginx, "/api/auctions")).getString("code"));
            live.letGo();
            assertTrue(held.stream().allMatch(answer -> answer.join().statusCode() == 200));
            assertEquals(200, get(nginx, "/api/auctions").statusCode());
        }
    }

    @Test
    void keepsAndPacksWhatNeverChanges() throws Exception {
        try (Nginx nginx = nginx("")) {
            assertEquals(
                    "MISS",
                    get(nginx, "/_static/a.css").headers().firstValue("X-Cache").orElse(""));
            HttpResponse<String> again = get(nginx, "/_static/a.css", "Accept-Encoding", "gzip");
            assertEquals("HIT", again.headers().firstValue("X-Cache").orElse(""));
            assertEquals("gzip", again.headers().firstValue("Content-Encoding").orElse(""));
            assertEquals("Accept-Encoding", again.headers().firstValue("Vary").orElse(""));
            assertEquals(1, first.seen().size() + second.seen().size());
            get(nginx, "/api/auctions");
            get(nginx, "/api/auctions");
            assertEquals(3, first.seen().size() + second.seen().size());
            first.close();
            second.close();
            assertEquals(200, get(nginx, "/_static/a.css").statusCode());
        }
    }

    @Test
    void closesTheHouseByAFile() throws Exception {
        try (Nginx nginx = nginx("")) {
            Path closed = Files.createFile(nginx.directory().resolve("closed"));
            HttpResponse<String> page = get(nginx, "/auctions/a1");
            assertEquals(503, page.statusCode());
            assertTrue(page.body().startsWith("<!doctype html>"), page.body());
            assertTrue(page.headers().firstValue("Retry-After").isPresent());
            assertEquals("UNAVAILABLE", problem(get(nginx, "/api/auctions")).getString("code"));
            assertEquals("UNAVAILABLE", problem(get(nginx, "/ws/auctions/a1")).getString("code"));
            assertEquals(
                    0, first.seen().size() + second.seen().size() + live.seen().size());
            Files.delete(closed);
            assertEquals(200, get(nginx, "/auctions/a1").statusCode());
        }
    }

    @Test
    void showsFiguresToNobodyOutside() throws Exception {
        try (Nginx nginx = nginx("geo $inside {\n    default 0;\n}\n")) {
            assertEquals(404, get(nginx, "/metrics").statusCode());
            assertEquals(404, get(nginx, "/health/ready").statusCode());
            assertEquals(0, first.seen().size() + second.seen().size());
        }
    }

    @Test
    void speaksHttp2OverTlsAndSaysWhoTheClientIs() throws Exception {
        Certificate certificate = Certificate.make(directory);
        int port = Nginx.freePort();
        HttpClient browser =
                HttpClient.newBuilder().sslContext(certificate.trust()).build();
        try (Nginx nginx = Nginx.start("tls", pools(), certificate.listen(port))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/api/auctions"))
                    .header("X-Forwarded-For", "203.0.113.9")
                    .header("X-Forwarded-Proto", "http")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("Forwarded", "for=203.0.113.9;host=evil.example")
                    .build();
            HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());

            assertEquals(200, answer.statusCode());
            assertEquals(HttpClient.Version.HTTP_2, answer.version());
            assertEquals("TLSv1.3", answer.sslSession().orElseThrow().getProtocol());
            assertEquals(List.of("max-age=63072000"), answer.headers().allValues("Strict-Transport-Security"));
            Headers seen = first.seen().isEmpty()
                    ? second.seen().get(0).getRequestHeaders()
                    : first.seen().get(0).getRequestHeaders();
            assertEquals(List.of("127.0.0.1"), seen.get("X-Forwarded-For"));
            assertEquals(List.of("https"), seen.get("X-Forwarded-Proto"));
            assertEquals(List.of("127.0.0.1:" + port), seen.get("Host"));
            assertNull(seen.get("X-Forwarded-Host"));
            assertNull(seen.get("Forwarded"));
            assertTrue(
                    get(nginx, "/")
                            .headers()
                            .allValues("Strict-Transport-Security")
                            .isEmpty(),
                    "not without TLS");
        }
    }

    @Test
    void logsEachRequestAsJsonWithoutSecrets() throws Exception {
        try (Nginx nginx = nginx("")) {
            get(
                    nginx,
                    "/api/auctions?token=secret-1",
                    "Authorization",
                    "Bearer secret-2",
                    "Cookie",
                    "nb_session=secret-3");
            post(nginx, "/api/sessions", "{\"password\":\"secret-4\"}");
            Eventually.holds(PATIENCE, () -> nginx.log().size() == 2, "requests without a line in the log");
            List<JsonObject> lines = nginx.log().stream().map(NginxIT::json).toList();
            assertEquals("/api/auctions", lines.get(0).getString("path"));
            assertEquals(200, lines.get(0).getInt("status"));
            assertEquals("web", lines.get(0).getString("pool"));
            assertEquals("POST", lines.get(1).getString("method"));
            assertFalse(
                    nginx.log().toString().contains("secret"), () -> nginx.log().toString());
        }
    }

    private Nginx nginx(String more) {
        return Nginx.start("pools", pools() + more);
    }

    private String pools() {
        return Nginx.pools(List.of(first.port(), second.port()), List.of(live.port()));
    }

    private List<HttpResponse<String>> flood(Nginx nginx) {
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 1000)
                .mapToObj(i -> client.sendAsync(request(nginx, "/api/auctions").build(), BodyHandlers.ofString()))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private HttpResponse<String> get(Nginx nginx, String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(nginx, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Nginx nginx, String path, String body) throws Exception {
        return client.send(
                request(nginx, path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Nginx nginx, String path) {
        return HttpRequest.newBuilder(nginx.url().resolve(path)).timeout(PATIENCE);
    }

    private static JsonObject problem(HttpResponse<String> answer) {
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(List.of("nosniff"), answer.headers().allValues("X-Content-Type-Options"));
        JsonObject problem = json(answer.body());
        assertEquals(answer.statusCode(), problem.getInt("status"));
        return problem;
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
