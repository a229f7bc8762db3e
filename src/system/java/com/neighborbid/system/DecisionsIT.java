package com.neighborbid.system;

import static com.neighborbid.system.GoodCall.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the house decides about the money of a sale, from the sides' words to their wallets. */
@ExtendWith(RunningHouse.class)
class DecisionsIT {
    private URI house;
    private Console console;
    private Sale sale;

    @BeforeEach
    void arrive(URI running) {
        house = running;
        console = Console.of(house);
        sale = Sale.made(house);
    }

    private Answer dispute(ContractClient member, String reason) {
        return member.call("POST", "/api/orders/" + sale.order() + "/dispute", object("reason", reason));
    }

    private Answer say(ContractClient member, String text) {
        return member.call("POST", "/api/orders/" + sale.order() + "/dispute/statements", object("text", text));
    }

    private Answer decide(Object... fields) {
        return console.act("/orders/" + sale.order() + "/decide", fields);
    }

    private JsonObject listed() {
        List<JsonObject> rows = console.rows("disputes", sale.order());
        assertEquals(1, rows.size(), rows::toString);
        return rows.get(0);
    }

    @Test
    void refundGivesThePriceBack() {
        console.act("/orders/" + sale.order() + "/refund").expect(200);

        assertEquals("REFUNDED", sale.status());
        assertEquals(Sale.PRICE + Sale.BUYERS_REST, Sale.available(sale.buyer()));
        assertEquals(0, Sale.available(sale.seller()));
        Sale.awaitTold(sale.buyer(), "REFUNDED -");
        Sale.awaitTold(sale.seller(), "REFUNDED -");
        assertEquals(
                "NOT_IN_ESCROW",
                console.act("/orders/" + sale.order() + "/refund").code());
        assertEquals(List.of("REFUND NOT_IN_ESCROW", "REFUND DONE"), console.audited(sale.order()));
        assertEquals(Sale.PRICE + Sale.BUYERS_REST, Sale.available(sale.buyer()));
    }

    @Test
    void disputeFreezesTheEscrowAndShowsBothSides() {
        JsonObject opened = dispute(sale.buyer(), "The shade is broken").expect(200);
        assertEquals("DISPUTED", opened.getString("status"));
        Sale.awaitTold(sale.seller(), "DISPUTED -");
        say(sale.seller(), "It was whole when I gave it").expect(200);

        assertEquals("ALREADY_DISPUTED", dispute(sale.seller(), "No").code());
        assertEquals(
                "NOT_IN_ESCROW",
                sale.buyer()
                        .call("POST", "/api/orders/" + sale.order() + "/receipt", null)
                        .code());
        ContractClient stranger = Members.join(ContractClient.visiting(house), "Stranger");
        assertEquals(404, dispute(stranger, "Mine").status());
        assertEquals(404, say(stranger, "Mine").status());
        JsonObject row = listed();
        assertEquals("OPEN", row.getString("status"));
        assertEquals("BUYER", row.getString("openedBy"));
        assertEquals("The shade is broken", row.getString("buyerSays"));
        assertEquals("It was whole when I gave it", row.getString("sellerSays"));
        assertTrue(row.getJsonNumber("waitingSince").longValue() > 0);
        assertEquals(
                2,
                sale.seenBy(sale.seller())
                        .getJsonObject("dispute")
                        .getJsonArray("statements")
                        .size());
        decide("decision", "buyer").expect(200);
    }

    @Test
    void buyerWins() {
        dispute(sale.buyer(), "It never came").expect(200);
        decide("decision", "buyer").expect(200);

        assertEquals("REFUNDED", sale.status());
        assertEquals(Sale.PRICE + Sale.BUYERS_REST, Sale.available(sale.buyer()));
        Sale.awaitTold(sale.buyer(), "DECIDED BUYER");
        Sale.awaitTold(sale.seller(), "DECIDED BUYER");
    }

    @Test
    void sellerWins() {
        dispute(sale.seller(), "They do not answer").expect(200);
        decide("decision", "seller").expect(200);

        assertEquals("RELEASED", sale.status());
        assertEquals(Sale.PRICE - Sale.FEE, Sale.available(sale.seller()));
        assertEquals(Sale.BUYERS_REST, Sale.available(sale.buyer()));
        Sale.awaitTold(sale.seller(), "DECIDED SELLER");
    }

    @Test
    void bothGetAPart() {
        dispute(sale.buyer(), "A foot is missing").expect(200);
        assertEquals("INVALID", decide("decision", "split").code());
        assertEquals(
                "INVALID", decide("decision", "split", "toBuyer", Sale.PRICE).code());
        assertEquals("INVALID", decide("decision", "nobody").code());
        decide("decision", "split", "toBuyer", 4_000).expect(200);

        assertEquals(Sale.BUYERS_REST + 4_000, Sale.available(sale.buyer()));
        assertEquals(6_000 - 180, Sale.available(sale.seller()));
        JsonObject order = sale.seenBy(sale.seller());
        assertEquals("RELEASED", order.getString("status"));
        assertEquals(180, order.getInt("fee"));
        JsonObject decided = order.getJsonObject("dispute");
        assertEquals("SPLIT", decided.getString("outcome"));
        assertEquals(4_000, decided.getInt("toBuyer"));
        assertEquals(5_820, decided.getInt("toSeller"));
        assertEquals(Console.REASON, decided.getString("reason"));
        assertEquals("NOT_DISPUTED", decide("decision", "seller").code());
        assertEquals("NOT_DISPUTED", say(sale.buyer(), "And the cable").code());
        assertEquals(List.of("DECIDE NOT_DISPUTED", "DECIDE DONE", "DECIDE INVALID"), console.audited(sale.order()));
        JsonObject row = listed();
        assertEquals("SPLIT", row.getString("status"));
        assertTrue(row.isNull("waitingSince"));
    }

    @Test
    void longestWaitingStandsFirst() {
        Sale later = Sale.made(house);
        dispute(sale.buyer(), "First").expect(200);
        later.buyer()
                .call("POST", "/api/orders/" + later.order() + "/dispute", object("reason", "Second"))
                .expect(200);
        List<String> orders = console.rows("disputes", "").stream()
                .map(row -> row.getString("orderId"))
                .toList();
        assertTrue(orders.indexOf(sale.order()) < orders.indexOf(later.order()), orders::toString);
        decide("decision", "seller").expect(200);
        List<JsonObject> rows = console.rows("disputes", "");
        int decided =
                rows.stream().map(row -> row.getString("orderId")).toList().indexOf(sale.order());
        assertFalse(rows.get(decided).getString("status").equals("OPEN"));
        assertTrue(
                rows.subList(decided, rows.size()).stream()
                        .noneMatch(row -> row.getString("status").equals("OPEN")),
                rows::toString);
    }
}
