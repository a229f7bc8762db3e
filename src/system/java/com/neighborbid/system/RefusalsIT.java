package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    /** Wrong for a number, and for anything else. */
    private static final List<String> NO_NUMBERS = List.of(
            "true", "[]", "[1]", "{}", "{\"a\":1}", "\"1\"", "\"\"", "-1e400", "1e999999999", "-99999999999999999999");
    /** Wrong for a text, and for anything else. */
    private static final List<String> NO_TEXTS = List.of(
            "true", "[]", "[\"a\"]", "{}", "0", "1.5", "\"\\u0000\"", "\"\\ud800\"", "\"" + "x".repeat(20_000) + "\"");

    private URI house;
    private Scene scene;
    private Map<String, JsonObject> before;

    @BeforeEach
    void arrive(URI running) {
        house = running;
        scene = new Scene(house);
        before = scene.picture();
    }

    @AfterEach
    void nothingHasChanged() {
        assertEquals(before, scene.picture());
    }

    @Test
    void refusesBodiesThatAreNotOneObject() {
        Intruder intruder = new Intruder(house, scene.mina());
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
        for (GoodCall call : scene.calls()) {
            wrong.forEach(body -> intruder.refused(call.method(), call.path(), body, Intruder.JSON, 400));
            byte[] large = ("{\"a\":\"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
            intruder.refused(call.method(), call.path(), large, Intruder.JSON, 413);
        }
        intruder.verify();
    }

    @Test
    void refusesFieldsOfAWrongKind() {
        Intruder intruder = new Intruder(house, scene.mina());
        for (GoodCall call : scene.calls()) {
            for (String field : call.body().keySet()) {
                for (String wrong : call.numbers().contains(field) ? NO_NUMBERS : NO_TEXTS) {
                    intruder.refused(call.method(), call.path(), call.with(field, wrong));
                }
                intruder.refused(call.method(), call.path(), call.with(field, "null"));
                intruder.refused(call.method(), call.path(), call.without(field));
            }
        }
        intruder.verify();
    }

    @Test
    void refusesOtherContentTypesAndMethods() {
        Intruder intruder = new Intruder(house, scene.mina());
        for (GoodCall call : scene.calls()) {
            byte[] good = call.bytes();
            for (String type : List.of(
                    "text/plain", "application/xml", "application/x-www-form-urlencoded", "json", "a/b/c", ";")) {
                intruder.refused(call.method(), call.path(), good, type, 415);
            }
            // TRACE never comes so far: the server refuses it, without a word.
            for (String method : List.of("LINK", "FETCH", "PROPFIND")) {
                intruder.refused(method, call.path(), null, null, 405);
            }
        }
        for (String path : List.of("/api/members", "/api/payments", "/api/sessions")) {
            intruder.refused("DELETE", path, 405);
            intruder.refused("GET", path, 405);
        }
        intruder.refused("PUT", "/api/auctions", "{}".getBytes(StandardCharsets.UTF_8), Intruder.JSON, 405);
        intruder.refused("GET", "/api/auctions", 406, "Accept", "image/png");
        intruder.refused("GET", "/api/auctions", 406, "Accept", "///");
        intruder.verify();
    }

    @Test
    void knowsNothingOfUnknownIds() {
        Intruder intruder = new Intruder(house, scene.mina());
        for (String id : List.of(
                Scene.NOBODYS,
                "x",
                "0",
                "-1",
                "%2e%2e",
                "zzzzzzzzzzzzz",
                "%F0%9F%94%A8",
                "x".repeat(3_000),
                "'%20OR%201=1--")) {
            for (String path : List.of("", "/bids", "/log", "/paddle", "/chat")) {
                intruder.refused("GET", "/api/auctions/" + id + path, 404);
            }
            for (String path : List.of("/api/orders/" + id, "/api/nothing/" + id)) {
                intruder.refused("GET", path, 404);
            }
            intruder.refused("PUT", "/api/auctions/" + id + "/watch", 404);
            intruder.refused("DELETE", "/api/auctions/" + id + "/paddle", 404);
            intruder.refused("POST", "/api/orders/" + id + "/receipt", 404);
            intruder.refused("POST", "/api/payments/" + id + "/confirm", 404);
            for (GoodCall call : scene.calls()) {
                if (call.path().contains(scene.auction()) || call.path().contains(scene.open())) {
                    String path = call.path().replace(scene.auction(), id).replace(scene.open(), id);
                    byte[] good = call.bytes();
                    intruder.refused(call.method(), path, good, Intruder.JSON, 404);
                }
            }
        }
        intruder.verify();
    }

    @Test
    void refusesQueriesThatMeanNothing() {
        Intruder intruder = new Intruder(house, scene.mina());
        for (String wrong : List.of("x", "-1", "1.5", "99999999999999999999", "%00", "1001", "0")) {
            for (String list : List.of(
                    "/api/auctions",
                    "/api/orders",
                    "/api/notifications",
                    "/api/wallet/entries",
                    "/api/auctions/" + scene.auction() + "/bids")) {
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
        intruder.refused("GET", "/api/auctions/" + scene.auction() + "/bids?after=-1", 400);
        intruder.verify();
    }

    @Test
    void refusesPhotosThatAreNone() {
        Intruder intruder = new Intruder(house, scene.seller());
        String path = "/api/auctions/" + scene.open() + "/photos";
        String form = "multipart/form-data; boundary=b";
        intruder.refused("POST", path, "{}".getBytes(StandardCharsets.UTF_8), Intruder.JSON, 415);
        for (String body : List.of(
                "",
                "garbage",
                "--b--\r\n",
                "--b\r\n\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\nno picture\r\n--b--\r\n")) {
            intruder.refused("POST", path, body.getBytes(StandardCharsets.UTF_8), form, 0);
            intruder.refused("POST", path, body.getBytes(StandardCharsets.UTF_8), "multipart/form-data", 0);
        }
        intruder.verify();
    }

    @Test
    void refusesIdsOfNotificationsThatAreNone() {
        Intruder intruder = new Intruder(house, scene.mina());
        for (String wrong :
                List.of("1", "true", "{}", "\"" + Scene.NOBODYS + "\"", "[1]", "[null]", "[\"x\"]", "[[]]")) {
            intruder.refused("POST", "/api/notifications/read", "{\"ids\":" + wrong + "}");
        }
        intruder.verify();
    }
}
