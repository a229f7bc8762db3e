package com.neighborbid.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Track A of the contract as one visitor sees it: anonymous at first, a member after {@link #login}. Calls block for at
 * most half a minute, or for as long as the visitor says. A method named after a call expects it to succeed and throws
 * {@link ContractException} otherwise; {@link #call} leaves the judgement to the caller. Safe for many threads.
 */
public final class ContractClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 1000;

    private final URI base;
    private final Connections connections;
    private final @Nullable String token;
    private final String member;

    private ContractClient(URI base, Connections connections, @Nullable String token, String member) {
        this.base = base;
        this.connections = connections;
        this.token = token;
        this.member = member;
    }

    /** A visitor without a session, at {@code http://host:port}. */
    public static ContractClient visiting(URI base) {
        return visiting(base, PATIENCE);
    }

    /** The same with another patience: how long a call may take, from connecting to the end of its answer. */
    public static ContractClient visiting(URI base, Duration patience) {
        return new ContractClient(base, new Connections(patience), null, "");
    }

    /** Registers a member; the visitor stays anonymous. */
    public void register(String email, String password, String displayName) {
        var body = Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .add("displayName", displayName);
        call("POST", "/api/members", body.build()).expect(201);
    }

    /** The same house as this member sees it. */
    public ContractClient login(String email, String password) {
        var body = Json.createObjectBuilder().add("email", email).add("password", password);
        JsonObject session = call("POST", "/api/sessions", body.build()).expect(201);
        String id = session.getJsonObject("member").getString("id");
        return new ContractClient(base, connections, session.getString("token"), id);
    }

    /** The same member, with its session, where the house is now. */
    public ContractClient at(URI elsewhere) {
        return new ContractClient(elsewhere, connections, token, member);
    }

    /** The member's id; empty for a visitor. */
    public String member() {
        return member;
    }

    /** The session's token, for a socket; null for a visitor. */
    public @Nullable String token() {
        return token;
    }

    /** The address of an auction's room. */
    public URI room(String auction) {
        return URI.create("ws://" + base.getHost() + ":" + base.getPort() + "/ws/auctions/" + auction);
    }

    /** Pays {@code amount} minor units (1 to 10^9) into the wallet through the sandbox. */
    public void topUp(long amount, String currency) {
        JsonObject payment = pay(amount, currency, UUID.randomUUID().toString()).expect(201);
        if (!"CAPTURED".equals(payment.getString("status"))) {
            throw new ContractException("not captured: " + payment);
        }
    }

    /** Asks for a payment that the sandbox captures at once; the same key asks for the same payment. */
    public Answer pay(long amount, String currency, String idempotencyKey) {
        var body = Json.createObjectBuilder()
                .add("amount", amount)
                .add("currency", currency)
                .add("gateway", "sandbox")
                .add("method", "card_ok");
        return call("POST", "/api/payments", body.build(), "Idempotency-Key", idempotencyKey);
    }

    /** {available, held, currency}. */
    public JsonObject wallet(String currency) {
        return get("/api/wallet?currency=" + currency);
    }

    /** Some category's id. */
    public String anyCategory() {
        return get("/api/categories").getJsonArray("items").getJsonObject(0).getString("id");
    }

    /** Offers a lot and returns the auction's id. */
    public String offer(NewAuction lot) {
        return call("POST", "/api/auctions", lot.json()).expect(201).getString("id");
    }

    /** Takes a paddle with this limit, or changes its limit; returns its number. */
    public int paddle(String auction, long limit) {
        Answer answer = askPaddle(auction, limit);
        answer.expect(200);
        return (int) answer.number("paddle");
    }

    /** The same, with the judgement left to the caller. */
    public Answer askPaddle(String auction, long limit) {
        var body = Json.createObjectBuilder().add("limit", limit);
        return call("PUT", "/api/auctions/" + auction + "/paddle", body.build());
    }

    /** Bids exactly {@code amount} by HTTP: 200, or 409 with the socket's code. */
    public Answer bid(String auction, String ref, long amount) {
        var body = Json.createObjectBuilder().add("ref", ref).add("amount", amount);
        return call("POST", "/api/auctions/" + auction + "/bids", body.build());
    }

    /** The auction as anyone sees it. */
    public JsonObject auction(String auction) {
        return get("/api/auctions/" + auction);
    }

    /** Every recorded bid, page by page, in rising seq. */
    public List<RecordedBid> recordedBids(String auction) {
        List<RecordedBid> bids = new ArrayList<>();
        long after = 0;
        JsonObject page;
        do {
            page = get("/api/auctions/" + auction + "/bids?after=" + after + "&limit=" + PAGE);
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> bids.add(RecordedBid.of(item)));
            after = bids.isEmpty() ? 0 : bids.get(bids.size() - 1).seq();
        } while (!page.isNull("next"));
        return bids;
    }

    /** The auction's log with its hashes verified. */
    public BidLog log(String auction) {
        HttpResponse<String> answer = send("GET", "/api/auctions/" + auction + "/log", null);
        if (answer.statusCode() != 200) {
            throw new ContractException("log: " + answer.statusCode() + " " + answer.body());
        }
        return BidLog.verified(auction, answer.body());
    }

    /** The member's orders, the newest page of up to a thousand. */
    public List<JsonObject> orders() {
        return get("/api/orders?limit=" + PAGE).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** GET of this path, expecting 200 and a JSON object. */
    public JsonObject get(String path) {
        return call("GET", path, null).expect(200);
    }

    /** Any call at all; {@code headers} are names and values in turn. */
    public Answer call(String method, String path, @Nullable JsonObject body, String... headers) {
        HttpResponse<String> answer = send(method, path, body, headers);
        String name = method + " " + path;
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json") || answer.body().isBlank()) {
            return new Answer(name, answer.statusCode(), JsonObject.EMPTY_JSON_OBJECT);
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return new Answer(name, answer.statusCode(), reader.readObject());
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonObject body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(body.toString())).header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return connections.send(request);
        } catch (IOException e) {
            throw new ContractException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException(method + " " + path + " was interrupted", e);
        }
    }
}
