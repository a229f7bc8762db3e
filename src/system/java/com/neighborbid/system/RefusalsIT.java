package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every kind of wrong input at every call that changes something: each answer is a problem by RFC 9457 with a code, never
 * a trace, a page or a 5xx, and nothing has changed afterwards.
 */
@ExtendWith(RunningHouse.class)
class RefusalsIT {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final String NOBODYS = "0000000000007";
    /** Wrong for a number, and for anything else. */
    private static final List<String> NO_NUMBERS = List.of(
            "true", "[]", "[1]", "{}", "{\"a\":1}", "\"1\"", "\"\"", "-1e400", "1e999999999", "-99999999999999999999");
    /** Wrong for a text, and for anything else. */
    private static final List<String> NO_TEXTS = List.of(
            "true", "[]", "[\"a\"]", "{}", "0", "1.5", "\"\\u0000\"", "\"\\ud800\"", "\"" + "x".repeat(20_000) + "\"");

    private URI house;
    private ContractClient mina;
    private ContractClient seller;
    private String auction;
    private String open;
    private Map<String, JsonObject> before;

    /** @param numbers the fields that are numbers; all others are texts */
    private record Body(String method, String path, JsonObject good, List<String> numbers) {}

    @BeforeEach
    void arrive(URI running) {
        house = running;
        ContractClient visitor = ContractClient.visiting(house);
        seller = Members.join(visitor, "seller");
        mina = Members.join(visitor, "mina");
        mina.topUp(100_000, "KRW");
        auction = offer();
        open = offer();
        mina.paddle(auction, 50_000);
        mina.bid(auction, "first", 1_000).expect(200);
        before = picture();
    }

    @AfterEach
    void nothingHasChanged() {
        assertEquals(before, picture());
    }

    @Test
    void refusesBodiesThatAreNotOneObject() {
        Intruder intruder = new Intruder(house, mina);
        List<byte[]> wrong = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "{\"a\"",
                "{\"a\":1,}",
                "{} x",
                "{}{}",
                "\u0000",
                "{\"a\":1,\"a\":2}")) {
            wrong.add(text.getBytes(StandardCharsets.UTF_8));
        }
        wrong.add(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '(', '"', '}'});
        wrong.add("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
        wrong.add(("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}").getBytes(StandardCharsets.UTF_8));
        wrong.add(("{\"a\":" + "9".repeat(5_000) + "}").getBytes(StandardCharsets.UTF_8));
        for (Body call : bodies()) {
            wrong.forEach(body -> intruder.refused(call.method, call.path, body, Intruder.JSON, 400));
            byte[] large = ("{\"a\":\"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
            intruder.refused(call.method, call.path, large, Intruder.JSON, 413);
        }
        verify(intruder);
    }

    @Test
    void refusesFieldsOfAWrongKind() {
        Intruder intruder = new Intruder(house, mina);
        for (Body call : bodies()) {
            for (String field : call.good.keySet()) {
                for (String wrong : call.numbers.contains(field) ? NO_NUMBERS : NO_TEXTS) {
                    intruder.refused(call.method, call.path, with(call.good, field, wrong));
                }
                intruder.refused(call.method, call.path, with(call.good, field, "null"));
                intruder.refused(call.method, call.path, without(call.good, field));
            }
        }
        verify(intruder);
    }

    @Test
    void refusesOtherContentTypesAndMethods() {
        Intruder intruder = new Intruder(house, mina);
        for (Body call : bodies()) {
            byte[] good = call.good.toString().getBytes(StandardCharsets.UTF_8);
            for (String type : List.of(
                    "text/plain", "application/xml", "application/x-www-form-urlencoded", "json", "a/b/c", ";")) {
                intruder.refused(call.method, call.path, good, type, 415);
            }
            // TRACE never comes so far: the server refuses it, without a word.
            for (String method : List.of("LINK", "FETCH", "PROPFIND")) {
                intruder.refused(method, call.path, null, null, 405);
            }
        }
        for (String path : List.of("/api/members", "/api/payments", "/api/sessions")) {
            intruder.refused("DELETE", path, 405);
            intruder.refused("GET", path, 405);
        }
        intruder.refused("PUT", "/api/auctions", "{}".getBytes(StandardCharsets.UTF_8), Intruder.JSON, 405);
        intruder.refused("GET", "/api/auctions", 406, "Accept", "image/png");
        intruder.refused("GET", "/api/auctions", 406, "Accept", "///");
        verify(intruder);
    }

    @Test
    void knowsNothingOfUnknownIds() {
        Intruder intruder = new Intruder(house, mina);
        for (String id : List.of(
                NOBODYS,
                "x",
                "0",
                "-1",
                "%2e%2e",
                "zzzzzzzzzzzzz",
                "%F0%9F%94%A8",
                "x".repeat(3_000),
                "'%20OR%201=1--")) {
            for (String path : List.of("", "/bids", "/log", "/paddle")) {
                intruder.refused("GET", "/api/auctions/" + id + path, 404);
            }
            for (String path : List.of("/api/orders/" + id, "/api/nothing/" + id)) {
                intruder.refused("GET", path, 404);
            }
            intruder.refused("PUT", "/api/auctions/" + id + "/watch", 404);
            intruder.refused("DELETE", "/api/auctions/" + id + "/paddle", 404);
            intruder.refused("POST", "/api/orders/" + id + "/receipt", 404);
            intruder.refused("POST", "/api/payments/" + id + "/confirm", 404);
            for (Body call : bodies()) {
                if (call.path.contains(auction) || call.path.contains(open)) {
                    String path = call.path.replace(auction, id).replace(open, id);
                    byte[] good = call.good.toString().getBytes(StandardCharsets.UTF_8);
                    intruder.refused(call.method, path, good, Intruder.JSON, 404);
                }
            }
        }
        verify(intruder);
    }

    @Test
    void refusesQueriesThatMeanNothing() {
        Intruder intruder = new Intruder(house, mina);
        for (String wrong : List.of("x", "-1", "1.5", "99999999999999999999", "%00", "1001")) {
            for (String list : List.of(
                    "/api/auctions",
                    "/api/orders",
                    "/api/notifications",
                    "/api/wallet/entries",
                    "/api/auctions/" + auction + "/bids")) {
                intruder.refused("GET", list + "?limit=" + wrong, 400);
            }
        }
        // The search form sends what was left empty: there it is as good as absent.
        intruder.refused("GET", "/api/orders?limit=", 400);
        for (String list : List.of("/api/auctions", "/api/orders", "/api/notifications", "/api/wallet/entries")) {
            for (String cursor : List.of("x", "%00", "0", "x".repeat(3_000))) {
                intruder.refused("GET", list + "?cursor=" + cursor, 400);
            }
        }
        for (String query : List.of(
                "state=OPENED",
                "sort=best",
                "near=1",
                "near=91,0",
                "near=a,b",
                "near=37,127&radiusKm=x",
                "near=NaN,0",
                "sort=distance",
                "q=%00")) {
            intruder.refused("GET", "/api/auctions?" + query, 400);
        }
        intruder.refused("GET", "/api/wallet?currency=EUR", 400);
        intruder.refused("GET", "/api/auctions/" + auction + "/bids?after=-1", 400);
        verify(intruder);
    }

    @Test
    void asksForASessionAndForAnOriginWithACookie() {
        Intruder guest = new Intruder(house, null);
        List<String> cookie = List.of("Cookie", "nb_session=" + mina.token());
        for (Body call : bodies()) {
            byte[] good = call.good.toString().getBytes(StandardCharsets.UTF_8);
            boolean open = call.path.equals("/api/members") || call.path.equals("/api/sessions");
            if (!open) {
                guest.refused(call.method, call.path, good, Intruder.JSON, 401);
                guest.refused(call.method, call.path, good, Intruder.JSON, 401, "Authorization", "Bearer " + NOBODYS);
            }
            guest.refused(call.method, call.path, good, Intruder.JSON, 403, cookie.toArray(String[]::new));
            guest.refused(
                    call.method, call.path, good, Intruder.JSON, 403, cookie.get(0), cookie.get(1), "Origin", "null");
            guest.refused(
                    call.method,
                    call.path,
                    good,
                    Intruder.JSON,
                    403,
                    cookie.get(0),
                    cookie.get(1),
                    "Origin",
                    "https://foreign.example");
        }
        for (String path : List.of(
                "/api/members/me",
                "/api/wallet",
                "/api/wallet/entries",
                "/api/orders",
                "/api/notifications",
                "/api/auctions/" + auction + "/paddle")) {
            guest.refused("GET", path, 401);
        }
        verify(guest);
    }

    @Test
    void keepsOthersThingsFromAStranger() {
        Intruder stranger = new Intruder(house, Members.join(ContractClient.visiting(house), "stranger"));
        String payment = mina.pay(1, "KRW", "mine " + auction).expect(201).getString("id");
        before = picture();
        stranger.refused("POST", "/api/payments/" + payment + "/confirm", 404);
        stranger.refused("GET", "/api/auctions/" + auction + "/paddle", 404);
        stranger.refused("DELETE", "/api/auctions/" + auction + "/paddle", 404);
        stranger.refused("POST", "/api/auctions/" + open + "/cancel", "{\"reason\":\"mine now\"}");
        stranger.refused("POST", "/api/auctions/" + auction + "/bids", "{\"ref\":\"a\",\"amount\":5000}");
        stranger.refused("POST", "/api/webhooks/sandbox", "{\"payment\":\"" + payment + "\",\"status\":\"CAPTURED\"}");
        verify(stranger);
    }

    private List<Body> bodies() {
        long endsAt = System.currentTimeMillis() + HOUR;
        return List.of(
                new Body(
                        "POST",
                        "/api/members",
                        object("email", "new@example.com", "password", "correct horse battery", "displayName", "New"),
                        List.of()),
                new Body(
                        "POST",
                        "/api/sessions",
                        object("email", "nobody@example.com", "password", "wrong horse"),
                        List.of()),
                new Body(
                        "PUT",
                        "/api/members/me/neighbourhood",
                        object("lat", 37.5, "lng", 127.0, "name", "Mangwon"),
                        List.of("lat", "lng")),
                new Body(
                        "POST",
                        "/api/payments",
                        object("amount", 1_000, "gateway", "sandbox", "method", "card_ok"),
                        List.of("amount")),
                new Body(
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
                new Body("POST", "/api/auctions/" + open + "/cancel", object("reason", "broken"), List.of()),
                new Body("PUT", "/api/auctions/" + auction + "/paddle", object("limit", 60_000), List.of("limit")),
                new Body(
                        "POST",
                        "/api/auctions/" + auction + "/bids",
                        object("ref", "a1", "max", 5_000),
                        List.of("max")));
    }

    /** What mina and everybody can see. */
    private Map<String, JsonObject> picture() {
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

    private void verify(Intruder intruder) {
        assertTrue(intruder.calls() > 5, "too few calls to prove anything");
        assertEquals("", String.join("\n", intruder.faults()));
    }

    private String offer() {
        return seller.offer(new NewAuction(
                "Bicycle", seller.anyCategory(), "KRW", 1_000, 100, 0, System.currentTimeMillis() + HOUR, 0));
    }

    private static JsonObject object(Object... fields) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            String name = fields[i].toString();
            if (fields[i + 1] instanceof String text) {
                object.add(name, text);
            } else if (fields[i + 1] instanceof Double number) {
                object.add(name, number);
            } else {
                object.add(name, ((Number) fields[i + 1]).longValue());
            }
        }
        return object.build();
    }

    /** The text of the object with another value, which need not be JSON that a program would write. */
    private static String with(JsonObject good, String field, String value) {
        String marked = Json.createObjectBuilder(good).add(field, "@@").build().toString();
        return marked.replace("\"@@\"", value);
    }

    private static String without(JsonObject good, String field) {
        return Json.createObjectBuilder(good).remove(field).build().toString();
    }
}
