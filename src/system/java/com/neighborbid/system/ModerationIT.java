package com.neighborbid.system;

import static com.neighborbid.system.GoodCall.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members report and what becomes of it, from the reporter's call to the room, the audit and the reporter's news. */
@ExtendWith(RunningHouse.class)
class ModerationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long HOUR_MS = 3_600_000;

    private URI house;
    private Console console;
    private ContractClient seller;
    private ContractClient speaker;
    private ContractClient reporter;
    private String auction;

    @BeforeEach
    void arrive(URI running) {
        house = running;
        console = Console.of(house);
        ContractClient visitor = ContractClient.visiting(house);
        seller = Members.join(visitor, "Sori");
        speaker = Members.join(visitor, "Sam");
        reporter = Members.join(visitor, "Rita");
        auction = seller.offer(new NewAuction(
                "Lamp " + UUID.randomUUID(),
                seller.anyCategory(),
                "KRW",
                1000,
                100,
                0,
                System.currentTimeMillis() + HOUR_MS,
                0));
    }

    private Answer report(ContractClient member, String kind, String id) {
        return member.call("POST", "/api/reports", object("kind", kind, "id", id, "reason", "Not for our street"));
    }

    private JsonObject listed(String thing) {
        List<JsonObject> rows = console.rows("reports", thing);
        assertEquals(1, rows.size(), rows::toString);
        return rows.get(0);
    }

    private Answer act(String thing, String what) {
        return console.act("/reports/" + listed(thing).getString("reportId") + "/" + what);
    }

    private List<String> history() {
        return reporter
                .get("/api/auctions/" + auction + "/chat")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("text"))
                .toList();
    }

    /** Says something and answers the id of the line, once it is kept. */
    private String say(Frames room, String text) throws InterruptedException {
        room.send(Json.createObjectBuilder()
                .add("type", "chat")
                .add("ref", "c1")
                .add("text", text)
                .build());
        String id = room.next(frame -> frame.getString("type").equals("chat")
                        && frame.getString("text").equals(text))
                .getString("id");
        Eventually.holds(PATIENCE, () -> history().contains(text), "the line is not kept");
        return id;
    }

    @Test
    void removedLineLeavesTheRoomAndItsHistory() throws InterruptedException {
        try (Frames room = Frames.open(speaker.room(auction), speaker);
                Frames guest = Frames.open(reporter.room(auction), reporter)) {
            String kind = say(room, "Nice lamp");
            String rude = say(room, "Ugly seller");
            assertEquals(List.of("Ugly seller", "Nice lamp"), history());

            report(reporter, "chat", rude).expect(201);
            report(seller, "chat", rude).expect(201);
            assertEquals("ALREADY_REPORTED", report(reporter, "chat", rude).code());
            assertEquals("OWN_DOING", report(speaker, "chat", rude).code());
            JsonObject row = listed(rude);
            assertEquals("OPEN", row.getString("status"));
            assertEquals(2, row.getInt("reporters"));
            assertEquals("Ugly seller", row.getString("said"));
            assertEquals("Sam", row.getString("member"));

            act(rude, "remove").expect(200);

            JsonObject removed = guest.next(frame -> frame.getString("type").equals("chatRemoved"));
            assertEquals(rude, removed.getString("id"));
            assertEquals(List.of("Nice lamp"), history());
            assertEquals("REMOVED", listed(rude).getString("status"));
            Sale.awaitTold(reporter, "REPORT_DECIDED REMOVED");
            Sale.awaitTold(seller, "REPORT_DECIDED REMOVED");
            assertEquals(List.of("REMOVE DONE"), console.audited(rude));
            assertEquals("ALREADY_DECIDED", act(rude, "dismiss").code());
            assertEquals(404, report(reporter, "chat", rude).status());
            report(reporter, "chat", kind).expect(201);
        }
    }

    @Test
    void reportedAuctionIsWithdrawn() {
        report(reporter, "auction", auction).expect(201);
        assertEquals("OWN_DOING", report(seller, "auction", auction).code());

        act(auction, "withdraw").expect(200);

        assertEquals("WITHDRAWN", seller.auction(auction).getString("outcome"));
        Sale.awaitTold(reporter, "REPORT_DECIDED WITHDRAWN");
        assertEquals(List.of("WITHDRAW DONE"), console.audited(auction));
    }

    @Test
    void whatIsNoLineCannotBeRemoved() {
        report(reporter, "auction", auction).expect(201);

        assertEquals("NOT_FOUND", act(auction, "remove").code());
        assertEquals("OPEN", listed(auction).getString("status"));
        act(auction, "dismiss").expect(200);
    }

    @Test
    void dismissedReportChangesNothingAndIsTold() {
        report(reporter, "auction", auction).expect(201);

        act(auction, "dismiss").expect(200);

        assertEquals("OPEN", seller.auction(auction).getString("state"));
        Sale.awaitTold(reporter, "REPORT_DECIDED DISMISSED");
        // Once for a member and a thing, however it ended; somebody else's report is another case.
        assertEquals("ALREADY_REPORTED", report(reporter, "auction", auction).code());
        report(speaker, "auction", auction).expect(201);
        assertEquals(2, console.rows("reports", auction).size());
    }

    @Test
    void reportedMemberIsShutOut() {
        JsonObject about = object("kind", "member", "id", seller.member(), "auction", auction, "reason", "A cheat");
        assertEquals("INVALID", report(reporter, "member", seller.member()).code());
        reporter.call("POST", "/api/reports", about).expect(201);

        act(seller.member(), "ban").expect(200);

        assertEquals(401, seller.call("GET", "/api/members/me", null).status());
        Sale.awaitTold(reporter, "REPORT_DECIDED BANNED");
        assertEquals(List.of("BAN DONE"), console.audited(seller.member()));
    }

    @Test
    void knowsNothingOfOtherThings() {
        assertEquals(404, report(reporter, "auction", Scene.NOBODYS).status());
        assertEquals(404, report(reporter, "chat", auction).status());
        assertEquals("INVALID", report(reporter, "bid", auction).code());
        assertEquals(404, console.act("/reports/" + Scene.NOBODYS + "/dismiss").status());
        assertEquals(403, reporter.call("GET", "/api/admin/reports", null).status());
    }

    @Test
    void longestWaitingStandsFirst() {
        report(reporter, "auction", auction).expect(201);
        String later = seller.offer(new NewAuction(
                "Desk", seller.anyCategory(), "KRW", 1000, 100, 0, System.currentTimeMillis() + HOUR_MS, 0));
        report(reporter, "auction", later).expect(201);
        List<String> things = console.rows("reports", "").stream()
                .map(row -> row.getString("thingId"))
                .toList();
        assertTrue(things.indexOf(auction) < things.indexOf(later), things::toString);
        act(auction, "dismiss").expect(200);
        things = console.rows("reports", "").stream()
                .map(row -> row.getString("thingId"))
                .toList();
        assertTrue(things.indexOf(auction) > things.indexOf(later), things::toString);
    }
}
