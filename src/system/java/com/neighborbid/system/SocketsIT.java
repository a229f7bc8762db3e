package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sockets beside the rooms, on a real house: the feed of a list's prices, and a member's own news. */
@ExtendWith(RunningHouse.class)
class SocketsIT {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final int POLICY = 1008;

    private URI house;
    private ContractClient visitor;
    private ContractClient seller;
    private ContractClient mina;

    @BeforeEach
    void arrive(URI running) {
        house = running;
        visitor = ContractClient.visiting(house);
        seller = Members.join(visitor, "seller");
        mina = Members.join(visitor, "mina");
        mina.topUp(1_000_000, "KRW");
    }

    @Test
    void feedTellsTheLatestOfEachAuctionAtMostFourTimesASecond() {
        String bicycle = offer(HOUR);
        String lamp = offer(HOUR);
        mina.paddle(bicycle, 900_000);
        ContractClient joon = bidder("joon", bicycle);
        try (TextSocket feed = TextSocket.open(address("/ws/feed"))) {
            feed.send(watch(bicycle, lamp, "no auction"));
            JsonObject first = awaitTick(feed, bicycle, 0);
            assertEquals(1_000, first.getInt("price"));
            assertEquals("OPEN", first.getString("state"));
            assertEquals(0, awaitTick(feed, lamp, 0).getInt("bidCount"));

            long began = System.nanoTime();
            int bids = 0;
            while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(3)) {
                ContractClient bidder = bids % 2 == 0 ? mina : joon;
                bidder.bid(bicycle, "b" + bids, 1_000 + 100L * bids).expect(200);
                bids++;
            }
            List<TextSocket.Arrival> ticks = new ArrayList<>();
            int last = bids;
            do {
                ticks.add(feed.await(frame -> frame.getString("type").equals("tick")));
            } while (ticks.get(ticks.size() - 1).frame().getInt("seq") < last);

            assertTrue(bids > 4 * ticks.size(), () -> last + " bids are too few to prove anything");
            assertTrue(ticks.size() >= 3, ticks::toString);
            for (int i = 4; i < ticks.size(); i++) {
                long gap = ticks.get(i).nanos() - ticks.get(i - 4).nanos();
                assertTrue(gap >= TimeUnit.SECONDS.toNanos(1), () -> "five within " + gap + " ns");
            }
            assertTrue(
                    ticks.stream()
                            .allMatch(tick -> tick.frame().getString("auction").equals(bicycle)),
                    "only what changed");
            assertEquals(
                    1_000 + 100 * (last - 1),
                    ticks.get(ticks.size() - 1).frame().getInt("price"));
        }
    }

    @Test
    void feedTellsTheEnd() {
        String bicycle = offer(2_000);
        try (TextSocket feed = TextSocket.open(address("/ws/feed"))) {
            feed.send(watch(bicycle));
            JsonObject end = feed.await(frame -> frame.getString("state", "").equals("CLOSED"))
                    .frame();

            assertEquals("NO_BIDS", end.getString("outcome"));
        }
    }

    @Test
    void feedKeepsItsWatchWhenANewOneIsMalformed() {
        String bicycle = offer(HOUR);
        mina.paddle(bicycle, 900_000);
        String tooMany = watch(IntStream.range(0, 201).mapToObj(i -> "x").toArray(String[]::new));
        try (TextSocket feed = TextSocket.open(address("/ws/feed"))) {
            feed.send(watch(bicycle));
            awaitTick(feed, bicycle, 0);
            for (String wrong :
                    List.of(tooMany, "{\"type\":\"watch\",\"auctions\":[1]}", "{\"type\":\"watch\"}", "[]")) {
                feed.send(wrong);
                assertEquals("MALFORMED", feed.awaitType("error").getString("code"), wrong);
            }
            mina.bid(bicycle, "b1", 1_000).expect(200);
            awaitTick(feed, bicycle, 1);
        }
    }

    @Test
    void newsComeByPushAsTheyStandInTheList() {
        String bicycle = offer(HOUR);
        mina.paddle(bicycle, 900_000);
        ContractClient joon = bidder("joon", bicycle);
        try (TextSocket own = TextSocket.open(address("/ws/me"), bearer(mina))) {
            JsonObject welcome = own.awaitType("welcome");
            assertEquals(0, welcome.getInt("unread"));
            assertTrue(welcome.getJsonArray("items").isEmpty());

            mina.bid(bicycle, "b1", 1_000).expect(200);
            joon.bid(bicycle, "b1", 2_000).expect(200);
            JsonObject told = own.awaitType("notification");
            assertEquals("OUTBID", told.getString("kind"));
            assertEquals(1, told.getInt("unread"));
            JsonObject listed =
                    mina.get("/api/notifications").getJsonArray("items").getJsonObject(0);
            assertEquals(
                    listed,
                    Json.createObjectBuilder(told)
                            .remove("type")
                            .remove("unread")
                            .build());

            try (TextSocket later = TextSocket.open(address("/ws/me"), bearer(mina))) {
                JsonObject again = later.awaitType("welcome");
                assertEquals(1, again.getInt("unread"));
                assertEquals(listed, again.getJsonArray("items").getJsonObject(0));
            }
            mina.call("POST", "/api/notifications/read", JsonObject.EMPTY_JSON_OBJECT)
                    .expect(200);
            assertEquals(0, own.awaitType("read").getInt("unread"));
        }
    }

    @Test
    void newsAreForTheMemberAlone() {
        String bicycle = offer(HOUR);
        mina.paddle(bicycle, 900_000);
        ContractClient joon = bidder("joon", bicycle);
        try (TextSocket his = TextSocket.open(address("/ws/me"), bearer(joon));
                TextSocket hers = TextSocket.open(address("/ws/me"), bearer(mina))) {
            his.awaitType("welcome");
            hers.awaitType("welcome");
            mina.bid(bicycle, "b1", 1_000).expect(200);
            joon.bid(bicycle, "b1", 2_000).expect(200);
            hers.awaitType("notification");

            assertEquals(List.of(), his.untilPong(7));
        }
    }

    @Test
    void handshakesAreRefusedAsInRooms() {
        String origin = house.toString();
        String cookie = "nb_session=" + mina.token();
        assertEquals(401, TextSocket.refusal(address("/ws/me")));
        for (String path : List.of("/ws/me", "/ws/feed")) {
            URI socket = address(path);
            assertEquals(401, TextSocket.refusal(socket, "Authorization", "Bearer nobody"), path);
            assertEquals(401, TextSocket.refusal(socket, "Cookie", "nb_session=nobody", "Origin", origin), path);
            assertEquals(403, TextSocket.refusal(socket, "Cookie", cookie), path);
            assertEquals(403, TextSocket.refusal(socket, "Cookie", cookie, "Origin", "https://foreign.example"), path);
            TextSocket.open(socket, "Cookie", cookie, "Origin", origin).close();
        }
        assertEquals(404, TextSocket.refusal(address("/ws/else")));
    }

    @Test
    void loggingOutClosesBoth() {
        try (TextSocket own = TextSocket.open(address("/ws/me"), bearer(mina));
                TextSocket feed = TextSocket.open(address("/ws/feed"), bearer(mina));
                TextSocket guest = TextSocket.open(address("/ws/feed"))) {
            own.awaitType("welcome");
            feed.untilPong(1);
            mina.call("DELETE", "/api/sessions/current", null).expect(204);

            assertEquals(POLICY, own.closeCode());
            assertEquals(POLICY, feed.closeCode());
            assertEquals(List.of(), guest.untilPong(1));
        }
    }

    private static JsonObject awaitTick(TextSocket feed, String auction, int seq) {
        return feed.await(frame -> frame.getString("type").equals("tick")
                        && frame.getString("auction").equals(auction)
                        && frame.getInt("seq") == seq)
                .frame();
    }

    private String offer(long lifeMs) {
        return seller.offer(new NewAuction(
                "Bicycle", seller.anyCategory(), "KRW", 1_000, 100, 0, System.currentTimeMillis() + lifeMs, 0));
    }

    private ContractClient bidder(String name, String auction) {
        ContractClient bidder = Members.join(visitor, name);
        bidder.topUp(1_000_000, "KRW");
        bidder.paddle(auction, 900_000);
        return bidder;
    }

    private URI address(String path) {
        return URI.create("ws://" + house.getHost() + ":" + house.getPort() + path);
    }

    private static String[] bearer(ContractClient member) {
        return new String[] {"Authorization", "Bearer " + member.token()};
    }

    private static String watch(String... auctions) {
        return List.of(auctions).stream()
                .map(id -> "\"" + id + "\"")
                .collect(Collectors.joining(",", "{\"type\":\"watch\",\"auctions\":[", "]}"));
    }
}
