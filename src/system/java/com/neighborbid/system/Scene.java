package com.neighborbid.system;

import static com.neighborbid.system.GoodCall.object;

import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Mina, who bids on one of a seller's two lots: what an {@link Intruder} must not be able to change. */
final class Scene {
    /** An id that is well formed and nobody's. */
    static final String NOBODYS = "0000000000007";

    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    private final ContractClient seller;
    private final ContractClient mina;
    private final String auction;
    private final String open;

    Scene(URI house) {
        ContractClient visitor = ContractClient.visiting(house);
        seller = Members.join(visitor, "seller");
        mina = Members.join(visitor, "mina");
        mina.topUp(100_000, "KRW");
        auction = offer();
        open = offer();
        mina.paddle(auction, 50_000);
        mina.bid(auction, "first", 1_000).expect(200);
    }

    ContractClient seller() {
        return seller;
    }

    ContractClient mina() {
        return mina;
    }

    /** The lot on which mina leads. */
    String auction() {
        return auction;
    }

    /** The lot on which nobody has bid. */
    String open() {
        return open;
    }

    /** Calls with a body, of which mina could make most. */
    List<GoodCall> calls() {
        long endsAt = System.currentTimeMillis() + HOUR;
        return List.of(
                new GoodCall(
                        "POST",
                        "/api/members",
                        object("email", "new@example.com", "password", "correct horse battery", "displayName", "New"),
                        List.of()),
                new GoodCall(
                        "POST",
                        "/api/sessions",
                        object("email", "nobody@example.com", "password", "wrong horse"),
                        List.of()),
                new GoodCall(
                        "PUT",
                        "/api/members/me/neighbourhood",
                        object("lat", 37.5, "lng", 127.0, "name", "Mangwon"),
                        List.of("lat", "lng")),
                new GoodCall(
                        "POST",
                        "/api/payments",
                        object("amount", 1_000, "gateway", "sandbox", "method", "card_ok"),
                        List.of("amount")),
                new GoodCall(
                        "POST",
                        "/api/auctions",
                        object(
                                "title",
                                "Lamp",
                                "description",
                                "A lamp",
                                "category",
                                seller.anyCategory(),
                                "startPrice",
                                1_000,
                                "endsAt",
                                endsAt),
                        List.of("startPrice", "endsAt")),
                new GoodCall("POST", "/api/auctions/" + open + "/cancel", object("reason", "broken"), List.of()),
                new GoodCall(
                        "POST", "/api/orders/" + NOBODYS + "/dispute", object("reason", "It never came"), List.of()),
                new GoodCall(
                        "POST",
                        "/api/orders/" + NOBODYS + "/dispute/statements",
                        object("text", "It never came"),
                        List.of()),
                new GoodCall("POST", "/api/password-resets", object("email", "nobody@example.com"), List.of()),
                new GoodCall(
                        "POST",
                        "/api/password-resets/redemption",
                        object("token", "x".repeat(43), "newPassword", "correct horse battery"),
                        List.of()),
                new GoodCall(
                        "PUT",
                        "/api/members/me/password",
                        object("password", "wrong horse", "newPassword", "another horse"),
                        List.of()),
                new GoodCall(
                        "POST",
                        "/api/reports",
                        object("kind", "auction", "id", auction, "reason", "It is not his"),
                        List.of()),
                new GoodCall("PUT", "/api/auctions/" + auction + "/paddle", object("limit", 60_000), List.of("limit")),
                new GoodCall(
                        "POST",
                        "/api/auctions/" + auction + "/bids",
                        object("ref", "a1", "max", 5_000),
                        List.of("max")));
    }

    /** What mina and everybody can see. */
    Map<String, JsonObject> picture() {
        Map<String, JsonObject> picture = new LinkedHashMap<>();
        for (String path : List.of(
                "/api/members/me",
                "/api/wallet",
                "/api/wallet/entries",
                "/api/notifications",
                "/api/auctions/" + auction + "/paddle",
                "/api/auctions/" + auction,
                "/api/auctions/" + open)) {
            picture.put(
                    path, Json.createObjectBuilder(mina.get(path)).remove("now").build());
        }
        picture.put(
                "offers",
                Json.createObjectBuilder()
                        .add(
                                "count",
                                seller
                                        .get("/api/auctions?limit=1000&state=OPEN&sort=newest")
                                        .getJsonArray("items")
                                        .stream()
                                        .filter(item -> item.asJsonObject()
                                                .getString("title")
                                                .equals("Lamp"))
                                        .count())
                        .build());
        return picture;
    }

    private String offer() {
        return seller.offer(new NewAuction(
                "Bicycle", seller.anyCategory(), "KRW", 1_000, 100, 0, System.currentTimeMillis() + HOUR, 0));
    }
}
