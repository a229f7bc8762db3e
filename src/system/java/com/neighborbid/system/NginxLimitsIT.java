package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.faults.Nginx;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What nginx.conf takes from one address. */
class NginxLimitsIT {
    @RegisterExtension
    private final Front front = new Front();

    @Test
    void boundsBodies() throws Exception {
        String large = "x".repeat(300 * 1024);
        try (Nginx nginx = front.open()) {
            HttpResponse<String> refused = front.post(nginx, "/api/payments", large);
            assertEquals(413, refused.statusCode());
            assertEquals("TOO_LARGE", Front.problem(refused).getString("code"));
            assertEquals(0, front.first().seen().size() + front.second().seen().size());
            assertEquals(
                    200, front.post(nginx, "/api/auctions/a1/photos", large).statusCode());
        }
    }

    @Test
    void boundsTheRequestsOfAnAddress() throws Exception {
        try (Nginx nginx = front.open()) {
            List<HttpResponse<String>> answers = flood(nginx);
            List<HttpResponse<String>> refused = answers.stream()
                    .filter(answer -> answer.statusCode() == 429)
                    .toList();
            assertFalse(refused.isEmpty(), "nobody is refused");
            assertEquals("RATE_LIMITED", Front.problem(refused.get(0)).getString("code"));
            assertTrue(refused.get(0).headers().firstValue("Retry-After").isPresent());
            assertTrue(answers.stream().allMatch(answer -> List.of(200, 429).contains(answer.statusCode())));
        }
        try (Nginx nginx = front.open("geo $limited {\n    default 0;\n}\n")) {
            assertTrue(flood(nginx).stream().allMatch(answer -> answer.statusCode() == 200));
        }
    }

    @Test
    void boundsTheLoginsOfAnAddressAndNothingElse() throws Exception {
        try (Nginx nginx = front.open()) {
            List<CompletableFuture<HttpResponse<String>>> logins = IntStream.range(0, 390)
                    .mapToObj(i -> front.client()
                            .sendAsync(
                                    Front.request(nginx, "/api/sessions")
                                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                            .build(),
                                    BodyHandlers.ofString()))
                    .toList();
            List<Integer> answers =
                    logins.stream().map(login -> login.join().statusCode()).toList();
            assertEquals(Set.of(200, 429), Set.copyOf(answers));
            assertEquals(200, front.get(nginx, "/api/auctions").statusCode());
        }
    }

    @Test
    void boundsTheConnectionsOfAnAddress() throws Exception {
        int most = 500;
        try (Nginx nginx = front.open()) {
            List<CompletableFuture<HttpResponse<String>>> held = IntStream.range(0, most)
                    .mapToObj(i -> front.client()
                            .sendAsync(Front.request(nginx, "/ws/held").build(), BodyHandlers.ofString()))
                    .toList();
            Eventually.holds(Front.PATIENCE, () -> front.live().seen().size() == most, "sockets that do not arrive");
            assertEquals(
                    "RATE_LIMITED",
                    Front.problem(front.get(nginx, "/api/auctions")).getString("code"));
            front.live().letGo();
            assertTrue(held.stream().allMatch(answer -> answer.join().statusCode() == 200));
            assertEquals(200, front.get(nginx, "/api/auctions").statusCode());
        }
    }

    private List<HttpResponse<String>> flood(Nginx nginx) {
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 1000)
                .mapToObj(i -> front.client()
                        .sendAsync(Front.request(nginx, "/api/auctions").build(), BodyHandlers.ofString()))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }
}
