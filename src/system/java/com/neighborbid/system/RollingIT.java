package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Prerequisite;
import com.neighborbid.bidding.RoomKeys;
import com.neighborbid.faults.Nginx;
import com.neighborbid.launcher.Part;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.SocketLoop;
import com.neighborbid.platform.Ids;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.util.JedisClusterCRC16;

/** Two of each role behind nginx, on a Redis Cluster: what they promise together, and that each may go by day. */
class RollingIT {
    private static final int PARTITIONS = 64;
    private static final int AUCTIONS = 6;
    private static final int BIDDERS = 4;
    private static final int BIDS_A_SECOND = 20;
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration CALM = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse battery staple";

    private static Street street;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() throws InterruptedException, IOException {
        Prerequisite.require(Nginx.isThere(), "no nginx on this machine");
        street = Street.open("rolling");
    }

    @AfterAll
    static void close() {
        if (street != null) {
            street.close();
        }
    }

    /**
     * Each instance is stopped by SIGTERM and started again with other secrets while members bid by socket and move
     * money by HTTP: no visitor sees an error, no socket is cut without a word, and in the end no engine takes the secrets
     * of before. Then one of each is killed: an instance for rooms, one for pages and work, and a master of Redis, whose
     * replica takes over. Whatever was acknowledged is recorded.
     */
    @Test
    void losesNothingWhileSecretsAreRotatedByReplacingEachAndOneOfEachIsKilled() throws Exception {
        try (Nginx nginx = Nginx.start("rolling", street.pools());
                SocketLoop loop = SocketLoop.start("rolling")) {
            Fair fair = new Fair(nginx.url(), AUCTIONS, BIDDERS, LIFE);
            Bidding bidding = new Bidding(loop, fair, BIDS_A_SECOND);
            ContractClient visitor = ContractClient.visiting(nginx.url());
            String auction = fair.lots().get(0).auction();
            try (Teller teller = new Teller(fair);
                    Visits visits = new Visits(visitor, auction)) {
                bidding.begin();
                bidding.goOn(CALM);
                Rotation rotation = Rotation.begin(street);
                for (Street.Instance instance : street.all()) {
                    replace(instance, rotation.settings(), bidding, nginx);
                }
                rotation.finish();
                assertEquals(0, bidding.dropped(), "sockets cut without a close frame");
                kill(street.live().get(0));
                bidding.goOn(CALM);
                kill(street.web().get(0));
                bidding.goOn(CALM);
                Queue<String> disturbances = visits.disturbances();
                assertTrue(disturbances.isEmpty(), () -> visits + ", of them in vain: " + disturbances);
                killMasterOf(auction, visitor);
                bidding.goOn(CALM);
            }
            bidding.stop();
            Eventually.holds(PATIENCE, () -> bidding.unanswered() == 0, "bids without an answer");
            fair.verifyHolds();
            fair.lots().forEach(lot -> Eventually.holds(PATIENCE, () -> fair.isRecorded(lot), "bids not recorded"));
            bidding.leave();
            assertEquals(List.of(), bidding.surprises());
            fair.lots().forEach(fair::verifyRecord);
            System.out.println(bidding);
        }
    }

    private static void replace(Street.Instance instance, Map<String, String> secrets, Bidding bidding, Nginx nginx) {
        instance.stop();
        bidding.goOn(CALM);
        int before = nginx.log().size();
        instance.start(secrets);
        if (street.web().contains(instance)) {
            // Until it answered once, nginx still takes it for gone, and finds nobody when the next one leaves.
            Eventually.holds(PATIENCE, () -> answered(nginx, before, instance), "nginx does not go back to it");
        }
        bidding.goOn(CALM);
    }

    private static boolean answered(Nginx nginx, int before, Street.Instance instance) {
        Pattern answer = Pattern.compile("127\\.0\\.0\\.1:" + instance.port() + "\",\"upstreamStatus\":\"(200|201)\"");
        return nginx.log().stream()
                .skip(before)
                .anyMatch(line -> answer.matcher(line).find());
    }

    /** Without waiting: its launcher starts it again, and until then the other one does it all. */
    private static void kill(Street.Instance instance) {
        ProcessHandle.of(instance.house().pid(Part.PAYARA)).orElseThrow().destroyForcibly();
    }

    /** Kills the master that has the auction for good, and returns when bids are recorded there again. */
    private static void killMasterOf(String auction, ContractClient visitor) {
        RoomKeys keys = RoomKeys.of(Ids.parse(auction).orElseThrow(), PARTITIONS);
        long began = System.nanoTime();
        street.redis().masterOf(JedisClusterCRC16.getSlot(keys.state())).close();
        int recorded = visitor.recordedBids(auction).size();
        Eventually.holds(
                PATIENCE, () -> visitor.recordedBids(auction).size() > recorded + 1, "the replica does not take over");
        System.out.println("recording again " + (System.nanoTime() - began) / 1_000_000 + " ms after a master's death");
    }

    @Test
    void believesTheCookieOfItsOwnOriginBehindTls() throws Exception {
        Certificate certificate = Certificate.make(directory);
        int port = Nginx.freePort();
        URI base = URI.create("https://127.0.0.1:" + port + "/");
        HttpClient browser =
                HttpClient.newBuilder().sslContext(certificate.trust()).build();
        try (Nginx nginx = Nginx.start("tls", webPool(), certificate.listen(port))) {
            String email = "tls-" + UUID.randomUUID() + "@example.com";
            ContractClient.visiting(nginx.url()).register(email, PASSWORD, "neighbour");
            String login = Json.createObjectBuilder()
                    .add("email", email)
                    .add("password", PASSWORD)
                    .build()
                    .toString();
            HttpResponse<String> session = browser.send(
                    HttpRequest.newBuilder(base.resolve("api/sessions"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(login))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(201, session.statusCode());
            String cookie = session.headers().firstValue("Set-Cookie").orElseThrow();
            assertTrue(cookie.contains("Secure") && cookie.contains("HttpOnly"), cookie);
            String own = "https://127.0.0.1:" + port;
            for (String foreign : List.of("http://127.0.0.1:" + port, "https://evil.example")) {
                assertEquals(403, logOut(browser, base, cookie, foreign));
            }
            assertEquals(204, logOut(browser, base, cookie, own));
        }
    }

    private static int logOut(HttpClient browser, URI base, String cookie, String origin)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("api/sessions/current"))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .header("Origin", origin)
                .DELETE()
                .build();
        return browser.send(request, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void saysEachSecurityHeaderOnceAndKeepsFilesThatNeverChange() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        try (Nginx nginx = Nginx.start("headers", webPool())) {
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(nginx.url())
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, page.statusCode());
            for (String name :
                    List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control")) {
                assertEquals(1, page.headers().allValues(name).size(), name);
            }
            assertEquals("gzip", page.headers().firstValue("Content-Encoding").orElse(""));
            URI file = nginx.url().resolve("_static/lit/3.3.3/index.js");
            for (String state : List.of("MISS", "HIT")) {
                HttpResponse<String> script =
                        client.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofString());
                assertEquals(state, script.headers().firstValue("X-Cache").orElse(""));
                assertTrue(
                        script.headers().firstValue("Cache-Control").orElse("").endsWith("immutable"));
            }
        }
    }

    /** The one that is never killed. */
    private static String webPool() {
        return Nginx.pools(
                List.of(street.web().get(1).port()),
                List.of(street.live().get(1).port()));
    }
}
