package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.faults.Nginx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which instance nginx.conf asks, and which other one when that fails. */
class NginxPoolsIT {
    @RegisterExtension
    private final Front front = new Front();

    @Test
    void sendsSocketsToTheLivePoolAndAllElseToTheWebPool() throws Exception {
        try (Nginx nginx = front.open()) {
            for (String path : List.of("/", "/api/auctions", "/_static/lit.js", "/wsx", "/health/ready")) {
                assertEquals(200, front.get(nginx, path).statusCode());
            }
            assertEquals(5, front.first().seen().size() + front.second().seen().size());
            assertEquals(200, front.get(nginx, "/ws/auctions/1").statusCode());
            assertEquals(1, front.live().seen().size());
        }
    }

    @Test
    void asksAnotherInstanceWhenAGetFails() throws Exception {
        front.first().close();
        try (Nginx nginx = front.open()) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, front.get(nginx, "/api/auctions").statusCode());
            }
            assertEquals(8, front.second().seen().size());
        }
    }

    @Test
    void asksAnotherInstanceWhenOneLeaves() throws Exception {
        front.first().leave();
        try (Nginx nginx = front.open()) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, front.get(nginx, "/api/auctions").statusCode());
            }
            assertTrue(front.first().seen().size() <= 1, "one refusal and it is left alone for a while");
        }
    }

    @Test
    void asksAnotherInstanceWhenOneStandsStill() throws Exception {
        front.first().standStill();
        try (Nginx nginx = front.open()) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, front.get(nginx, "/api/auctions").statusCode());
            }
            assertTrue(front.second().seen().size() >= 7, "one wait and it is left alone for a while");
        }
    }

    @Test
    void asksForASocketElsewhereWhateverGoesWrong() throws Exception {
        front.first().leave();
        String live = Nginx.pools(
                List.of(front.first().port()),
                List.of(front.first().port(), Nginx.freePort(), front.second().port()));
        try (Nginx nginx = Nginx.start("sockets", live)) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, front.get(nginx, "/ws/auctions/1").statusCode());
            }
            assertEquals(8, front.second().seen().size());
        }
    }

    @Test
    void asksForNoSocketWhereAnInstanceStandsStill() throws Exception {
        front.first().standStill();
        String both = Nginx.pools(
                List.of(front.first().port()),
                List.of(front.first().port(), front.second().port()));
        try (Nginx nginx = Nginx.start("sockets", both)) {
            Eventually.holds(Front.PATIENCE, () -> isLetIn(nginx), "no socket while one of two instances stands still");
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
            return front.client().send(handshake, BodyHandlers.ofString()).statusCode() == 200;
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
        front.first().close();
        try (Nginx nginx = front.open()) {
            for (int i = 0; i < 8; i++) {
                assertEquals(200, front.post(nginx, "/api/payments", "{}").statusCode());
            }
            assertEquals(8, front.second().seen().size());
        }
    }

    @Test
    void sendsNoPostTwice() throws Exception {
        try (Nginx nginx = front.open()) {
            HttpResponse<String> answer = front.post(nginx, "/api/drop", "{}");

            assertEquals(503, answer.statusCode());
            assertEquals("UNAVAILABLE", Front.problem(answer).getString("code"));
            assertEquals(1, front.first().seen().size() + front.second().seen().size());
        }
    }

    @Test
    void passesOnWhatAnInstanceSaysItself() throws Exception {
        try (Nginx nginx = front.open()) {
            for (int status : List.of(404, 409, 429, 503)) {
                HttpResponse<String> answer = front.get(nginx, "/api/status/" + status);
                assertEquals(status, answer.statusCode());
                assertTrue(answer.body().startsWith("one lot"), answer.body());
            }
            assertEquals(4, front.first().seen().size() + front.second().seen().size());
        }
    }
}
