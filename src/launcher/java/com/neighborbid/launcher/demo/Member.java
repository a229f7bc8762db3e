package com.neighborbid.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A neighbour as a member with a session, which it renews when the house no longer knows it. */
final class Member {
    private static final int UNAUTHENTICATED = 401;
    private static final int CONFLICT = 409;
    /** What counts as poor, and what a poor member pays in; minor units. */
    private static final Map<String, Long> POOR = Map.of("KRW", 1_000_000L, "USD", 50_000L);

    private static final Map<String, Long> TOP_UP = Map.of("KRW", 3_000_000L, "USD", 150_000L);

    private final HouseClient house;
    private final Neighbour who;
    private final DemoState state;
    private String id = "";

    Member(HouseClient house, Neighbour who, DemoState state) {
        this.house = house;
        this.who = who;
        this.state = state;
    }

    /** Comes to live here: registers where it has not, proves its neighbourhood, and pays in when poor. */
    void arrive() throws InterruptedException {
        JsonObject me = call("GET", "/api/members/me", null).orThrow("reading " + who.email());
        id = me.getString("id");
        if (!(me.get("neighbourhood") instanceof JsonObject)) {
            prove();
        }
        topUpWhenPoor("KRW");
    }

    Neighbour who() {
        return who;
    }

    /** The public id; empty before {@link #arrive()}. */
    String id() {
        return id;
    }

    /** A call with the member's session; a refusal is an answer. */
    Reply call(String method, String path, @Nullable JsonObject body, String... headers) throws InterruptedException {
        Reply reply = house.call(method, path, token(), body, headers);
        if (reply.status() != UNAUTHENTICATED) {
            return reply;
        }
        return house.call(method, path, freshToken(), body, headers);
    }

    /** Uploads a photo of an auction. */
    Reply addPhoto(String auction, byte[] jpeg) throws InterruptedException {
        return house.upload("/api/auctions/" + auction + "/photos", token(), jpeg);
    }

    /** Pays in through the sandbox when little is left. */
    void topUpWhenPoor(String currency) throws InterruptedException {
        JsonObject wallet =
                call("GET", "/api/wallet?currency=" + currency, null).orThrow("the wallet of " + who.email());
        if (wallet.getJsonNumber("available").longValue() >= POOR.getOrDefault(currency, 0L)) {
            return;
        }
        JsonObject payment = Json.createObjectBuilder()
                .add("amount", TOP_UP.getOrDefault(currency, 1L))
                .add("currency", currency)
                .add("gateway", "sandbox")
                .add("method", "card_ok")
                .build();
        call(
                        "POST",
                        "/api/payments",
                        payment,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .orThrow("the top-up of " + who.email());
    }

    /** The session's token, for a socket. */
    String token() throws InterruptedException {
        String known = state.token(who.email());
        return known == null ? freshToken() : known;
    }

    /** The house no longer takes the token: the next use logs in again. */
    void forgetToken() {
        state.forgetToken(who.email());
    }

    private String freshToken() throws InterruptedException {
        register();
        String token = logIn().orThrow("the login of " + who.email()).getString("token");
        state.keepToken(who.email(), token);
        return token;
    }

    private Reply logIn() throws InterruptedException {
        JsonObject credentials = Json.createObjectBuilder()
                .add("email", who.email())
                .add("password", Neighbour.PASSWORD)
                .build();
        return house.call("POST", "/api/sessions", null, credentials);
    }

    /** A member that is there already costs the house nothing but a look. */
    private void register() throws InterruptedException {
        JsonObject registration = Json.createObjectBuilder()
                .add("email", who.email())
                .add("password", Neighbour.PASSWORD)
                .add("displayName", who.displayName())
                .add("locale", who.locale())
                .build();
        Reply reply = house.call("POST", "/api/members", null, registration);
        if (reply.status() != CONFLICT) {
            reply.orThrow("the registration of " + who.email());
        }
    }

    private void prove() throws InterruptedException {
        JsonObject place = Json.createObjectBuilder()
                .add("lat", who.lat())
                .add("lng", who.lng())
                .add("name", who.dong())
                .build();
        call("PUT", "/api/members/me/neighbourhood", place).orThrow("the neighbourhood of " + who.email());
    }
}
