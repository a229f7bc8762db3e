package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.load.ContractClient;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls by somebody who may not make them, whatever is in them: each is refused by a problem, and nothing has changed. */
@ExtendWith(RunningHouse.class)
class CallerRefusalsIT {
    private static final List<String> FOR_ANYBODY =
            List.of("/api/members", "/api/sessions", "/api/password-resets", "/api/password-resets/redemption");

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
    void asksForASessionAndForAnOriginWithACookie() {
        Intruder guest = new Intruder(house, null);
        List<String> cookie = List.of("Cookie", "nb_session=" + scene.mina().token());
        for (GoodCall call : scene.calls()) {
            byte[] good = call.bytes();
            if (!FOR_ANYBODY.contains(call.path())) {
                guest.refused(call.method(), call.path(), good, Intruder.JSON, 401);
                guest.refused(
                        call.method(),
                        call.path(),
                        good,
                        Intruder.JSON,
                        401,
                        "Authorization",
                        "Bearer " + Scene.NOBODYS);
            }
            guest.refused(call.method(), call.path(), good, Intruder.JSON, 403, cookie.toArray(String[]::new));
            guest.refused(
                    call.method(),
                    call.path(),
                    good,
                    Intruder.JSON,
                    403,
                    cookie.get(0),
                    cookie.get(1),
                    "Origin",
                    "null");
            guest.refused(
                    call.method(),
                    call.path(),
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
                "/api/members/me/export",
                "/api/wallet",
                "/api/wallet/entries",
                "/api/orders",
                "/api/notifications",
                "/api/auctions/" + scene.auction() + "/paddle")) {
            guest.refused("GET", path, 401);
        }
        guest.refused("DELETE", "/api/members/me", 401);
        guest.refused("DELETE", "/api/members/me", 403, cookie.toArray(String[]::new));
        guest.verify();
    }

    @Test
    void keepsTheConsoleFromMembersAndGuests() {
        Intruder member = new Intruder(house, scene.mina());
        Intruder guest = new Intruder(house, null);
        for (String path : List.of(
                "figures",
                "settings",
                "house",
                "members",
                "auctions",
                "letters",
                "reports",
                "log-levels",
                "export/members")) {
            member.refused("GET", "/api/admin/" + path, 403);
            guest.refused("GET", "/api/admin/" + path, 401);
        }
        byte[] body = "{\"reason\":\"mine now\",\"role\":\"admin\"}".getBytes(StandardCharsets.UTF_8);
        for (String path : List.of(
                "house/pause",
                "house/resume",
                "log-levels",
                "log-levels/return",
                "auctions/" + scene.auction() + "/withdraw",
                "auctions/" + scene.auction() + "/pause",
                "members/" + scene.mina().member() + "/role",
                "orders/" + Scene.NOBODYS + "/refund",
                "orders/" + Scene.NOBODYS + "/decide",
                "reports/" + Scene.NOBODYS + "/dismiss",
                "reports/" + Scene.NOBODYS + "/ban",
                "members/" + scene.mina().member() + "/erase",
                "letters/" + Scene.NOBODYS + "/replay")) {
            member.refused("POST", "/api/admin/" + path, body, Intruder.JSON, 403);
            guest.refused("POST", "/api/admin/" + path, body, Intruder.JSON, 401);
        }
        member.verify();
        guest.verify();
    }

    @Test
    void keepsOthersThingsFromAStranger() {
        Intruder stranger = new Intruder(house, Members.join(ContractClient.visiting(house), "stranger"));
        String payment = scene.mina()
                .pay(1, "KRW", "mine " + scene.auction())
                .expect(201)
                .getString("id");
        before = scene.picture();
        stranger.refused("POST", "/api/payments/" + payment + "/confirm", 404);
        stranger.refused("GET", "/api/auctions/" + scene.auction() + "/paddle", 404);
        stranger.refused("DELETE", "/api/auctions/" + scene.auction() + "/paddle", 404);
        stranger.refused("POST", "/api/auctions/" + scene.open() + "/cancel", "{\"reason\":\"mine now\"}");
        stranger.refused("POST", "/api/auctions/" + scene.auction() + "/bids", "{\"ref\":\"a\",\"amount\":5000}");
        stranger.refused("POST", "/api/webhooks/sandbox", "{\"payment\":\"" + payment + "\",\"status\":\"CAPTURED\"}");
        stranger.verify();
    }
}
