package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import com.neighborbid.operations.Promtool;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an admin sees and does through the public interface, and what nobody else may. */
@ExtendWith(RunningHouse.class)
class AdminIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long HOUR_MS = 3_600_000;
    private static final String REASON = "The street has no power";

    private URI house;
    private ContractClient admin;
    private ContractClient seller;
    private ContractClient bidder;
    private String auction;

    @BeforeEach
    void arrive(URI house) {
        this.house = house;
        ContractClient visitor = ContractClient.visiting(house);
        admin = visitor.login(RunningHouse.ADMIN_EMAIL, RunningHouse.ADMIN_PASSWORD);
        seller = Members.join(visitor, "Seller");
        bidder = Members.join(visitor, "Bidder");
        bidder.topUp(100_000, "KRW");
        auction = seller.offer(new NewAuction(
                "Lamp " + UUID.randomUUID(),
                seller.anyCategory(),
                "KRW",
                1000,
                100,
                0,
                System.currentTimeMillis() + HOUR_MS,
                0));
        bidder.paddle(auction, 50_000);
    }

    private Answer act(String path, Object... fields) {
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("reason", REASON).add("confirm", true);
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] instanceof Long number) {
                body.add((String) fields[i], number);
            } else {
                body.add((String) fields[i], (String) fields[i + 1]);
            }
        }
        return admin.call("POST", "/api/admin" + path, body.build());
    }

    private List<JsonObject> rows(String list, String text) {
        return admin.get("/api/admin/" + list + "?q=" + text)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private HttpResponse<String> raw(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(house.resolve(path)).header("Authorization", "Bearer " + admin.token());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void isClosedToEverybodyElse() {
        for (String path : List.of("/figures", "/settings", "/house", "/auctions", "/audit", "/export/members")) {
            assertEquals(403, bidder.call("GET", "/api/admin" + path, null).status(), path);
        }
        assertEquals(
                403,
                bidder.call(
                                "POST",
                                "/api/admin/house/pause",
                                Json.createObjectBuilder().build())
                        .status());
        assertThrows(CompletionException.class, () -> Frames.open(socket("/ws/admin"), bidder));
    }

    @Test
    void pausedAuctionTellsItsRoomAndGoesOnWithItsTime() throws InterruptedException {
        try (Frames room = Frames.open(bidder.room(auction), bidder)) {
            long before = room.next(frame -> is(frame, "welcome"))
                    .getJsonNumber("endsAt")
                    .longValue();
            act("/auctions/" + auction + "/pause").expect(200);
            // The auction's opening may be news to the room as well.
            JsonObject paused = room.next(
                    frame -> is(frame, "state") && !frame.getString("state").equals("OPEN"));
            assertEquals("PAUSED", paused.getString("state"));
            assertEquals(REASON, paused.getString("reason"));
            Answer refused = bidder.bid(auction, "b1", 1000);
            assertEquals("PAUSED", refused.code());
            assertEquals(
                    "ALREADY_PAUSED", act("/auctions/" + auction + "/pause").code());
            act("/auctions/" + auction + "/resume").expect(200);
            JsonObject open = room.next(frame -> is(frame, "state"));
            assertEquals("OPEN", open.getString("state"));
            assertTrue(open.getJsonNumber("endsAt").longValue() > before, open::toString);
            assertEquals(200, bidder.bid(auction, "b1", 1000).status());
        }
        List<JsonObject> audit = rows("audit", auction);
        assertEquals(
                List.of("RESUME DONE", "PAUSE ALREADY_PAUSED", "PAUSE DONE"),
                audit.stream()
                        .map(entry -> entry.getString("action") + " " + entry.getString("outcome"))
                        .toList());
        assertEquals(REASON, audit.get(0).getString("reason"));
    }

    @Test
    void houseStopsAndEveryAuctionGoesOnButThoseStoppedByThemselves() {
        String other = seller.offer(new NewAuction(
                "Desk", seller.anyCategory(), "KRW", 1000, 100, 0, System.currentTimeMillis() + HOUR_MS, 0));
        Eventually.holds(PATIENCE, () -> state(other).equals("OPEN"), "the other auction does not open");
        act("/auctions/" + other + "/pause").expect(200);
        act("/house/pause").expect(200);
        try {
            Eventually.holds(PATIENCE, () -> state(auction).equals("PAUSED"), "the auction does not stop");
            assertEquals("HOUSE_PAUSED", act("/auctions/" + auction + "/resume").code());
        } finally {
            act("/house/resume").expect(200);
        }
        Eventually.holds(PATIENCE, () -> state(auction).equals("OPEN"), "the auction does not go on");
        assertEquals("PAUSED", state(other));
        act("/auctions/" + other + "/resume").expect(200);
    }

    private String state(String id) {
        return seller.auction(id).getString("state");
    }

    @Test
    void movesAnEndAndWithdraws() {
        assertEquals(200, bidder.bid(auction, "b1", 1000).status());
        long endsAt = seller.auction(auction).getJsonNumber("endsAt").longValue();
        act("/auctions/" + auction + "/extend", "endsAt", endsAt + HOUR_MS).expect(200);
        assertEquals(
                endsAt + HOUR_MS,
                seller.auction(auction).getJsonNumber("endsAt").longValue());
        assertEquals(
                "NOT_LATER",
                act("/auctions/" + auction + "/extend", "endsAt", endsAt + HOUR_MS)
                        .code());
        act("/auctions/" + auction + "/withdraw").expect(200);
        assertEquals("WITHDRAWN", seller.auction(auction).getString("outcome"));
        Eventually.holds(
                PATIENCE,
                () -> bidder.wallet("KRW").getJsonNumber("held").longValue() == 0,
                "the hold is not released");
    }

    @Test
    void actsOnlyWithAReasonAndConfirmed() {
        JsonObject unconfirmed =
                Json.createObjectBuilder().add("reason", REASON).build();
        String pause = "/api/admin/auctions/" + auction + "/pause";
        assertEquals("UNCONFIRMED", admin.call("POST", pause, unconfirmed).code());
        JsonObject noReason = Json.createObjectBuilder().add("confirm", true).build();
        assertEquals("INVALID", admin.call("POST", pause, noReason).code());
        assertEquals(List.of(), rows("audit", auction));
        assertEquals("OPEN", state(auction));
    }

    @Test
    void bannedMemberIsOutAtOnce() throws InterruptedException {
        String member = bidder.member();
        act("/members/" + member + "/ban").expect(200);
        assertEquals(401, bidder.call("GET", "/api/members/me", null).status());
        assertEquals("OWN_ACCOUNT", act("/members/" + admin.member() + "/ban").code());
        act("/members/" + member + "/pardon").expect(200);
        assertTrue(rows("members", member).get(0).isNull("bannedAt"));
    }

    @Test
    void roleIsGivenAndTaken() {
        act("/members/" + seller.member() + "/role", "role", "admin").expect(200);
        assertTrue(rows("members", seller.member()).get(0).getBoolean("admin"));
        act("/members/" + seller.member() + "/role", "role", "member").expect(200);
        assertFalse(rows("members", seller.member()).get(0).getBoolean("admin"));
    }

    @Test
    void listsDeadLettersAndKnowsWhichThereAreNot() {
        assertEquals(List.of(), rows("letters", "no-queue-has-this-name"));
        assertEquals("NOT_FOUND", act("/letters/ID:none/replay").code());
        assertEquals("NOT_FOUND", act("/letters/ID:none/discard").code());
        assertEquals("NOT_FOUND", act("/letters/'%20OR%201=1/discard").code());
        assertEquals(403, bidder.call("GET", "/api/admin/letters", null).status());
    }

    @Test
    void showsLiveFigures() throws InterruptedException {
        try (Frames console = Frames.open(socket("/ws/admin"), admin)) {
            assertEquals(200, bidder.bid(auction, "b1", 1000).status());
            JsonObject hot = console.next(frame -> frame.containsKey("hottest")
                    && frame.getJsonArray("hottest").getValuesAs(JsonObject.class).stream()
                            .anyMatch(room -> room.getString("auction").equals(auction)));
            assertTrue(hot.getJsonNumber("bidsPerSecond").doubleValue() > 0, hot::toString);
        }
        JsonObject figures = admin.get("/api/admin/figures");
        assertFalse(figures.getJsonArray("history").isEmpty());
        JsonObject engines = figures.getJsonObject("house");
        assertTrue(engines.getJsonObject("redis").getBoolean("logKept"));
        assertTrue(engines.getJsonObject("database").getInt("connections") > 0);
    }

    @Test
    void tellsThePrometheusNames() throws IOException, InterruptedException {
        assertEquals(200, bidder.bid(auction, "b1", 1000).status());
        Eventually.holds(
                PATIENCE,
                () -> value(metrics(), "nb_bids_total{", "answer=\"accepted\"") > 0,
                "the bid is not counted");
        String metrics = metrics();
        assertTrue(value(metrics, "nb_bid_answer_seconds_bucket{", "le=\"+Inf\"") > 0);
        assertEquals(1, value(metrics, "nb_house_redis_up", ""));
        assertEquals(0, value(metrics, "nb_house_ledger_imbalance", ""));
        assertTrue(value(metrics, "nb_postgres_pool_wait_seconds_count", "") > 0);
        assertEquals(40, value(metrics, "nb_postgres_pool_max", ""));
        Eventually.holds(
                PATIENCE,
                () -> value(metrics(), "nb_house_queue_messages{", "queue=\"nb.bids\"") >= 0,
                "nothing is told of the queue of bids");
    }

    @Test
    void tellsFiguresThatPrometheusFindsNoFaultWith() throws IOException, InterruptedException {
        Promtool.require();
        Promtool.Verdict verdict = Promtool.run(metrics(), "check", "metrics");
        // Payara's own names are not ours to mend.
        assertEquals(
                List.of(),
                verdict.lines().stream()
                        .filter(line -> line.startsWith("nb_") || line.startsWith("error"))
                        .toList());
        assertTrue(metrics().contains("# TYPE nb_bid_answer_seconds histogram\n"));
    }

    private String metrics() {
        try {
            return raw("/metrics").body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double value(String metrics, String name, String tag) {
        return metrics.lines()
                .filter(line -> line.startsWith(name) && line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElse(-1);
    }

    @Test
    void exportsWhatItShows() throws IOException, InterruptedException {
        HttpResponse<String> file = raw("/api/admin/export/auctions?q=" + auction);
        assertEquals(
                "attachment; filename=\"auctions.csv\"",
                file.headers().firstValue("Content-Disposition").orElse(""));
        List<String> lines = file.body().lines().toList();
        assertEquals(2, lines.size(), file::body);
        assertTrue(lines.get(0).startsWith("\uFEFFauctionId,title,state"), lines::toString);
        assertTrue(lines.get(1).startsWith(auction + ",Lamp "), lines::toString);
    }

    @Test
    void masksSecretsOfTheSettings() throws IOException, InterruptedException {
        String settings = raw("/api/admin/settings").body();
        assertTrue(settings.contains("nb.bid.batch"), settings);
        assertFalse(settings.contains(RunningHouse.ADMIN_PASSWORD), settings);
    }

    @Test
    void namesEachRequestInItsAnswer() throws IOException, InterruptedException {
        HttpResponse<String> named = raw("/api/orders/nosuchorder00", "X-Request-Id", "console-7");
        assertEquals("console-7", named.headers().firstValue("X-Request-Id").orElse(""));
        assertTrue(named.body().contains("\"requestId\":\"console-7\""), named.body());
        HttpResponse<String> unfit = raw("/api/orders/nosuchorder00", "X-Request-Id", "a b\"c");
        assertFalse(unfit.headers().firstValue("X-Request-Id").orElse("").contains("\""));
    }

    private URI socket(String path) {
        return URI.create(house.resolve(path).toString().replaceFirst("^http", "ws"));
    }

    private static boolean is(JsonObject frame, String type) {
        return frame.getString("type", "").equals(type);
    }
}
