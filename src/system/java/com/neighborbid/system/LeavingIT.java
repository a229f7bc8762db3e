package com.neighborbid.system;

import static com.neighborbid.system.GoodCall.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.launcher.House;
import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A member takes its data along and leaves: nothing in the house says any more who it was, and what it did stays. */
@ExtendWith(RunningHouse.class)
class LeavingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long HOUR_MS = 3_600_000;

    private URI house;
    /** A word that stands in all that the member says of itself, and nowhere else. */
    private String word;

    private String email;
    private ContractClient member;

    @BeforeEach
    void arrive(URI running) {
        house = running;
        word = "zq" + UUID.randomUUID().toString().substring(0, 8);
        email = word + "@example.com";
        ContractClient visitor = ContractClient.visiting(house);
        visitor.register(email, Members.PASSWORD, "Name " + word);
        member = visitor.login(email, Members.PASSWORD);
    }

    private Answer leave(String password) {
        Answer shown = member.call("POST", "/api/sessions/current/confirmation", object("password", password));
        return shown.status() == 204 ? member.call("DELETE", "/api/members/me", null) : shown;
    }

    private String offer() {
        return member.offer(new NewAuction(
                "Lamp", member.anyCategory(), "KRW", 1000, 100, 0, System.currentTimeMillis() + HOUR_MS, 0));
    }

    private void live(Sale sale) throws InterruptedException {
        member.call(
                        "PUT",
                        "/api/members/me/neighbourhood",
                        object("lat", 37.5, "lng", 127.0, "name", "Quarter " + word))
                .expect(200);
        member.call("POST", "/api/reports", object("kind", "auction", "id", sale.auction(), "reason", "Says " + word))
                .expect(201);
        try (Frames room = Frames.open(member.room(sale.auction()), member)) {
            room.send(Json.createObjectBuilder()
                    .add("type", "chat")
                    .add("text", "Hello from " + word)
                    .build());
            room.next(frame -> frame.getString("type").equals("chat"));
        }
        Eventually.holds(
                PATIENCE,
                () -> !member.get("/api/auctions/" + sale.auction() + "/chat")
                        .getJsonArray("items")
                        .isEmpty(),
                "the line is not kept");
    }

    @Test
    void nothingSaysAnyMoreWhoItWas(House running) throws SQLException, InterruptedException {
        member.topUp(Sale.PRICE, "KRW");
        Sale sale = Sale.to(member, house);
        live(sale);
        member.call("POST", "/api/orders/" + sale.order() + "/dispute", object("reason", "Says " + word))
                .expect(200);
        String log = member.log(sale.auction()).toString();
        assertEquals("ORDER_OPEN", leave(Members.PASSWORD).code());
        Console.of(house)
                .act("/orders/" + sale.order() + "/decide", "decision", "seller")
                .expect(200);
        Sale.awaitTold(member, "DECIDED SELLER");
        JsonObject taken = member.get("/api/members/me/export");
        try (Database database = Database.of(running)) {
            assertTrue(database.placesOf(word).size() >= 6, "the word is not where it should be before");

            assertEquals(
                    1,
                    database.change("UPDATE session SET created_at = created_at - 600000, confirmed_at = NULL WHERE"
                            + " member_id = (SELECT id FROM member WHERE email = '" + email + "')"));
            assertEquals(
                    "CONFIRM_PASSWORD",
                    member.call("DELETE", "/api/members/me", null).code());
            assertEquals("WRONG_PASSWORD", leave("not the password").code());
            assertEquals(204, leave(Members.PASSWORD).status());

            assertEquals(List.of(), database.placesOf(word));
        }
        assertEquals(401, member.call("GET", "/api/members/me", null).status());
        assertEquals(
                "BAD_CREDENTIALS",
                ContractClient.visiting(house)
                        .call("POST", "/api/sessions", object("email", email, "password", Members.PASSWORD))
                        .code());
        JsonObject order = sale.seenBy(sale.seller());
        assertEquals(member.member(), order.getJsonObject("buyer").getString("id"));
        assertTrue(order.getJsonObject("buyer").getString("displayName").startsWith("neighbour-"));
        assertEquals(log, sale.seller().log(sale.auction()).toString());
        verify(taken, sale);
        ContractClient.visiting(house).register(email, Members.PASSWORD, "Somebody new");
    }

    private void verify(JsonObject taken, Sale sale) {
        assertEquals(0, taken.getJsonArray("incomplete").size());
        JsonObject data = taken.getJsonObject("data");
        assertEquals(email, data.getJsonArray("profile").getJsonObject(0).getString("email"));
        assertEquals(
                "Quarter " + word, data.getJsonArray("profile").getJsonObject(0).getString("place"));
        assertEquals(sale.order(), data.getJsonArray("orders").getJsonObject(0).getString("orderId"));
        assertEquals("buyer", data.getJsonArray("orders").getJsonObject(0).getString("side"));
        assertEquals(Sale.PRICE, data.getJsonArray("bids").getJsonObject(0).getInt("value"));
        assertEquals(
                "Hello from " + word, data.getJsonArray("chat").getJsonObject(0).getString("text"));
        for (String list : List.of("entries", "payments", "paddles", "statements", "notifications", "reports")) {
            assertFalse(data.getJsonArray(list).isEmpty(), list);
        }
    }

    @Test
    void staysWhileSomethingIsUnderWay() {
        String auction = offer();
        assertEquals("AUCTION_RUNNING", leave(Members.PASSWORD).code());
        member.call("POST", "/api/auctions/" + auction + "/cancel", object("reason", "Broken"))
                .expect(200);
        member.topUp(1_000, "KRW");
        Eventually.holds(
                PATIENCE,
                () -> leave(Members.PASSWORD).code().equals("MONEY_IN_WALLET"),
                "money in the wallet keeps nobody");
        member.get("/api/members/me");
    }

    @Test
    void newPasswordLocksOutWhoeverHadTheOld() {
        ContractClient elsewhere = ContractClient.visiting(house).login(email, Members.PASSWORD);
        String fresh = "a new battery staple for " + word;
        assertEquals("WRONG_PASSWORD", replace("not the password", fresh).code());
        assertEquals("INVALID", replace(Members.PASSWORD, "1").code());
        elsewhere.get("/api/members/me");

        assertEquals(204, replace(Members.PASSWORD, fresh).status());

        member.get("/api/members/me");
        assertEquals(401, elsewhere.call("GET", "/api/members/me", null).status());
        ContractClient.visiting(house).login(email, fresh);
        assertEquals(
                "BAD_CREDENTIALS",
                ContractClient.visiting(house)
                        .call("POST", "/api/sessions", object("email", email, "password", Members.PASSWORD))
                        .code());
    }

    private Answer replace(String password, String fresh) {
        return member.call("PUT", "/api/members/me/password", object("password", password, "newPassword", fresh));
    }

    @Test
    void adminErasesAsTheMemberCould() {
        Console console = Console.of(house);
        member.topUp(1_000, "KRW");
        assertEquals(
                "MONEY_IN_WALLET",
                console.act("/members/" + member.member() + "/erase").code());
        ContractClient other = Members.join(ContractClient.visiting(house), "Other");

        console.act("/members/" + other.member() + "/erase").expect(200);

        assertEquals(401, other.call("GET", "/api/members/me", null).status());
        assertEquals(List.of("ERASE DONE"), console.audited(other.member()));
        assertEquals(
                "NOT_FOUND",
                console.act("/members/" + other.member() + "/erase").code());
        assertEquals(
                "ADMIN_STAYS",
                console.act("/members/" + console.admin().member() + "/erase").code());
    }
}
