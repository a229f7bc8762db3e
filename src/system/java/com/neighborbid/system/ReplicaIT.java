package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import com.neighborbid.platform.PostgresServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A house whose lists, finished logs and exports are read from a streaming replica: what a member sees while it is a little
 * behind, far behind, and gone.
 */
class ReplicaIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LAG_MS = 10_000;
    private static final long SOON_MS = 5000;
    private static final long HOUR_MS = 3_600_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path directory;

    private PostgresServer main;
    private PostgresServer copy;
    private House house;
    private ContractClient visitor;
    private ContractClient seller;

    @BeforeEach
    void open() throws InterruptedException {
        PostgresServer.require();
        main = PostgresServer.create(directory.resolve("main"));
        copy = main.replica(directory.resolve("copy"));
        Map<String, String> settings = new TreeMap<>(main.settings());
        settings.put("NB_DB_READ_URL", copy.url());
        settings.put("NB_DB_READ_LAG_MS", Long.toString(LAG_MS));
        settings.put("NB_RATE_LIMITS", "off");
        settings.put("NB_ADMIN_EMAIL", RunningHouse.ADMIN_EMAIL);
        settings.put("NB_ADMIN_PASSWORD", RunningHouse.ADMIN_PASSWORD);
        house = House.start(HouseConfig.forTest(directory.resolve("house")).with(settings));
        visitor = ContractClient.visiting(house.url());
        seller = Members.join(visitor, "seller");
    }

    @AfterEach
    void close() {
        if (house != null) {
            house.close();
        }
        for (PostgresServer server : new PostgresServer[] {copy, main}) {
            if (server != null) {
                server.close();
            }
        }
    }

    @Test
    void readsThatCanWaitGoThereWhileItKeepsUp() throws Exception {
        Eventually.holds(PATIENCE, () -> figure("nb_replica_used") == 1, "the replica is not used");
        String finished = finishedAuction();
        Eventually.holds(PATIENCE, () -> isListed(finished, "state=CLOSED"), "not on the replica");
        assertTrue(visitor.log(finished).bids().size() == 1);
        assertTrue(export("auctions").contains(finished));
        // Counters follow once a second.
        Eventually.holds(PATIENCE, () -> figure("nb_replica_reads_total") >= 3, "not read from the replica");

        copy.ask("SELECT pg_wal_replay_pause()");
        String fresh = offer(HOUR_MS);
        assertTrue(!isListed(fresh, "state=OPEN"), "the replica is not asked");
        assertTrue(isListed(fresh, "seller=" + seller.member()), "a seller does not see its own lot");
        assertEquals(fresh, visitor.auction(fresh).getString("id"));
        Eventually.holds(PATIENCE, () -> isListed(fresh, "state=OPEN"), "a replica far behind is still asked");
        assertTrue(figure("nb_replica_lag_seconds") * 1000 > LAG_MS);
        assertEquals(0, figure("nb_replica_used"));

        copy.ask("SELECT pg_wal_replay_resume()");
        Eventually.holds(PATIENCE, () -> figure("nb_replica_used") == 1, "the replica is not used again");
        copy.kill();
        assertTrue(isListed(fresh, "state=OPEN"), "no list without the replica");
        assertTrue(export("auctions").contains(fresh));
        assertEquals(1, visitor.log(finished).bids().size());
        assertEquals(200, visitor.call("GET", "/health/ready", null).status(), "the house needs its replica");
    }

    private String finishedAuction() {
        ContractClient bidder = Members.join(visitor, "bidder");
        bidder.topUp(1_000_000, "KRW");
        String auction = offer(SOON_MS);
        bidder.paddle(auction, 500_000);
        bidder.bid(auction, "b1", 2000).expect(200);
        Eventually.holds(
                PATIENCE, () -> visitor.auction(auction).getString("state").equals("CLOSED"), "does not close");
        return auction;
    }

    private String offer(long openMs) {
        return seller.offer(new NewAuction(
                "Lamp " + UUID.randomUUID(),
                seller.anyCategory(),
                "KRW",
                1000,
                100,
                0,
                System.currentTimeMillis() + openMs,
                0));
    }

    private boolean isListed(String auction, String which) {
        return visitor
                .get("/api/auctions?limit=100&" + which)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .anyMatch(item -> item.getString("id").equals(auction));
    }

    private String export(String register) throws IOException, InterruptedException {
        ContractClient admin = visitor.login(RunningHouse.ADMIN_EMAIL, RunningHouse.ADMIN_PASSWORD);
        HttpResponse<String> answer = text("api/admin/export/" + register, "Authorization", "Bearer " + admin.token());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    /** The sum of a figure's series that this node tells. */
    private double figure(String name) {
        try {
            return text("metrics", "Accept", "text/plain")
                    .body()
                    .lines()
                    .filter(line -> line.matches(name + "[{ ].*") && !line.contains("main_after_failure"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> text(String path, String... headers) throws IOException, InterruptedException {
        URI address = house.url().resolve(path);
        return http.send(
                HttpRequest.newBuilder(address).headers(headers).build(), HttpResponse.BodyHandlers.ofString());
    }
}
