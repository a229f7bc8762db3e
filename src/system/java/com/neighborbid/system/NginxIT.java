package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.faults.Nginx;
import com.sun.net.httpserver.Headers;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What nginx.conf promises beside pools and limits, whatever stands behind it; {@link RollingIT} has the house behind it. */
class NginxIT {
    @RegisterExtension
    private final Front front = new Front();

    @TempDir
    private Path directory;

    @Test
    void keepsAndPacksWhatNeverChanges() throws Exception {
        try (Nginx nginx = front.open()) {
            assertEquals(
                    "MISS",
                    front.get(nginx, "/_static/a.css")
                            .headers()
                            .firstValue("X-Cache")
                            .orElse(""));
            HttpResponse<String> again = front.get(nginx, "/_static/a.css", "Accept-Encoding", "gzip");
            assertEquals("HIT", again.headers().firstValue("X-Cache").orElse(""));
            assertEquals("gzip", again.headers().firstValue("Content-Encoding").orElse(""));
            assertEquals("Accept-Encoding", again.headers().firstValue("Vary").orElse(""));
            assertEquals(1, front.first().seen().size() + front.second().seen().size());
            front.get(nginx, "/api/auctions");
            front.get(nginx, "/api/auctions");
            assertEquals(3, front.first().seen().size() + front.second().seen().size());
            front.first().close();
            front.second().close();
            assertEquals(200, front.get(nginx, "/_static/a.css").statusCode());
        }
    }

    @Test
    void closesTheHouseByAFile() throws Exception {
        try (Nginx nginx = front.open()) {
            Path closed = Files.createFile(nginx.directory().resolve("closed"));
            HttpResponse<String> page = front.get(nginx, "/auctions/a1");
            assertEquals(503, page.statusCode());
            assertTrue(page.body().startsWith("<!doctype html>"), page.body());
            assertTrue(page.headers().firstValue("Retry-After").isPresent());
            assertEquals(
                    "UNAVAILABLE",
                    Front.problem(front.get(nginx, "/api/auctions")).getString("code"));
            assertEquals(
                    "UNAVAILABLE",
                    Front.problem(front.get(nginx, "/ws/auctions/a1")).getString("code"));
            assertEquals(
                    0,
                    front.first().seen().size()
                            + front.second().seen().size()
                            + front.live().seen().size());
            Files.delete(closed);
            assertEquals(200, front.get(nginx, "/auctions/a1").statusCode());
        }
    }

    @Test
    void showsFiguresToNobodyOutside() throws Exception {
        try (Nginx nginx = front.open("geo $inside {\n    default 0;\n}\n")) {
            assertEquals(404, front.get(nginx, "/metrics").statusCode());
            assertEquals(404, front.get(nginx, "/health/ready").statusCode());
            assertEquals(0, front.first().seen().size() + front.second().seen().size());
        }
    }

    @Test
    void speaksHttp2OverTlsAndSaysWhoTheClientIs() throws Exception {
        Certificate certificate = Certificate.make(directory);
        int port = Nginx.freePort();
        HttpClient browser =
                HttpClient.newBuilder().sslContext(certificate.trust()).build();
        try (Nginx nginx = Nginx.start("tls", front.pools(), certificate.listen(port))) {
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
            Headers seen = front.first().seen().isEmpty()
                    ? front.second().seen().get(0).getRequestHeaders()
                    : front.first().seen().get(0).getRequestHeaders();
            assertEquals(List.of("127.0.0.1"), seen.get("X-Forwarded-For"));
            assertEquals(List.of("https"), seen.get("X-Forwarded-Proto"));
            assertEquals(List.of("127.0.0.1:" + port), seen.get("Host"));
            assertNull(seen.get("X-Forwarded-Host"));
            assertNull(seen.get("Forwarded"));
            assertTrue(
                    front.get(nginx, "/")
                            .headers()
                            .allValues("Strict-Transport-Security")
                            .isEmpty(),
                    "not without TLS");
        }
    }

    @Test
    void logsEachRequestAsJsonWithoutSecrets() throws Exception {
        try (Nginx nginx = front.open()) {
            front.get(
                    nginx,
                    "/api/auctions?token=secret-1",
                    "Authorization",
                    "Bearer secret-2",
                    "Cookie",
                    "nb_session=secret-3");
            front.post(nginx, "/api/sessions", "{\"password\":\"secret-4\"}");
            Eventually.holds(Front.PATIENCE, () -> nginx.log().size() == 2, "requests without a line in the log");
            List<JsonObject> lines = nginx.log().stream().map(Front::json).toList();
            assertEquals("/api/auctions", lines.get(0).getString("path"));
            assertEquals(200, lines.get(0).getInt("status"));
            assertEquals("web", lines.get(0).getString("pool"));
            assertEquals("POST", lines.get(1).getString("method"));
            assertFalse(
                    nginx.log().toString().contains("secret"), () -> nginx.log().toString());
        }
    }
}
