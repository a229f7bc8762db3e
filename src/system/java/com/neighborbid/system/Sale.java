package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A lot that was sold: its price of 10,000 won is in escrow, and 90,000 are left to the buyer.
 *
 * @param order its public id
 */
public record Sale(ContractClient seller, ContractClient buyer, String auction, String order) {
    static final long PRICE = 10_000;
    /** What the house keeps of the price by default. */
    static final long FEE = 300;

    static final long BUYERS_REST = 90_000;
    private static final long LIFE_MS = 2_500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Sale made(URI house) {
        ContractClient visitor = ContractClient.visiting(house);
        ContractClient buyer = Members.join(visitor, "Bora");
        buyer.topUp(PRICE + BUYERS_REST, "KRW");
        return to(buyer, house);
    }

    /** The same to a member that has the price. */
    static Sale to(ContractClient buyer, URI house) {
        ContractClient seller = Members.join(ContractClient.visiting(house), "Sori");
        String auction = seller.offer(new NewAuction(
                "Lamp " + UUID.randomUUID(),
                seller.anyCategory(),
                "KRW",
                1000,
                100,
                0,
                System.currentTimeMillis() + LIFE_MS,
                0));
        buyer.paddle(auction, PRICE);
        assertEquals(200, buyer.bid(auction, "b1", PRICE).status());
        Eventually.holds(PATIENCE, () -> !buyer.orders().isEmpty(), "the sale makes no order");
        return new Sale(seller, buyer, auction, buyer.orders().get(0).getString("id"));
    }

    JsonObject seenBy(ContractClient member) {
        return member.get("/api/orders/" + order);
    }

    String status() {
        return seenBy(buyer).getString("status");
    }

    /** What a member may spend. */
    static long available(ContractClient member) {
        return member.wallet("KRW").getJsonNumber("available").longValue();
    }

    /** What a member was told of, as kinds and, where there is one, the reason. */
    static List<String> told(ContractClient member) {
        return member.get("/api/notifications").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("kind") + " " + item.getString("reason", "-"))
                .toList();
    }

    /** Waits until a member is told of something. */
    static void awaitTold(ContractClient member, String what) {
        Eventually.holds(PATIENCE, () -> told(member).contains(what), "nobody tells of " + what);
    }
}
