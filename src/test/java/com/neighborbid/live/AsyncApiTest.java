package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.LivePrice;
import com.neighborbid.bidding.BidOutcome;
import com.neighborbid.bidding.BidRejection;
import com.neighborbid.bidding.PlaceBid;
import com.neighborbid.bidding.ShownBid;
import com.neighborbid.bidding.Snapshot.OwnPaddle;
import com.neighborbid.notification.NotificationNews;
import com.neighborbid.notification.NotificationView;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds {@code src/docs/asyncapi.yaml} against the code: what it describes is what is read and sent, and all of it. */
class AsyncApiTest {
    private static final String HASH = "5e88";
    private static final ShownBid BID = new ShownBid(1, 15_000, 3, false, 1_000);
    private static final ShownBid PROXY = new ShownBid(2, 16_000, 7, true, 1_000);

    private final JsonObject api = read();
    private final JsonObject messages = api.getJsonObject("components").getJsonObject("messages");

    @Test
    void describesEveryFrameThatTheServerSends() {
        RoomState bare = state(AuctionState.OPEN, null, null, null, 0);
        RoomState full = state(AuctionState.CLOSED, 3, true, AuctionOutcome.SOLD, 2);
        OwnPaddle own = new OwnPaddle(3, 50_000, 30_000L, true);
        List<String> frames = List.of(
                Frames.welcome("0123456789abc", bare, 1, 0, null, false),
                Frames.welcome("0123456789abc", full, 1, 12, own, true),
                Frames.bid(BID, bare),
                Frames.bid(PROXY, full),
                Frames.bids(List.of(BID, PROXY), full),
                Frames.outcome("a1", new BidOutcome.Accepted(1, true)),
                Frames.outcome("a1", new BidOutcome.Rejected(BidRejection.TOO_LOW, "16000")),
                Frames.outcome("a1", new BidOutcome.Rejected(BidRejection.MALFORMED, null)),
                Frames.recorded(full),
                Frames.state(bare, ""),
                Frames.state(bare, "the seller is ill"),
                Frames.closed(state(AuctionState.CLOSED, null, null, AuctionOutcome.NO_BIDS, 0)),
                Frames.closed(full),
                Frames.chat("0123456789abc", "Mina", null, "hello", 1),
                Frames.chat("0123456789abc", "Mina", own, "hello", 1),
                Frames.chatRemoved("0123456789abc"),
                Frames.watching(12),
                Frames.pong("123", 1),
                Frames.error(FrameError.MALFORMED, null),
                Frames.error(FrameError.UNAUTHENTICATED, "a1"));

        assertDescribes("serverSends", frames, Map.of());
    }

    @Test
    void describesEveryFrameOfTheFeed() {
        List<String> frames = List.of(
                FeedAuction.tick("0123456789abc", new LivePrice(AuctionState.OPEN, null, 15_000, 0, 2_000)),
                FeedAuction.tick(
                        "0123456789abc", new LivePrice(AuctionState.CLOSED, AuctionOutcome.SOLD, 15_000, 1, 2_000)),
                Frames.pong("123", 1),
                Frames.error(FrameError.MALFORMED, null));

        assertDescribes("feedServerSends", frames, Map.of("error", Set.of("type", "code")));
        JsonObject watch = Json.createObjectBuilder(sample(payload("watch")))
                .add("auctions", Json.createArrayBuilder().add("0123456789abc").add("no auction"))
                .build();
        assertEquals(
                new LobbyFrame.Watch(Set.of(Ids.parse("0123456789abc").orElseThrow())),
                LobbyFrame.parse(watch.toString(), FeedConfig.AUCTIONS_MOST));
    }

    @Test
    void describesEveryFrameOfAMembersOwnSocket() {
        NotificationView bare = new NotificationView(
                "0123456789abc", 1, "OUTBID", "0123456789abd", null, "Bicycle", null, null, null, false);
        NotificationView full = new NotificationView(
                "0123456789abc",
                1,
                "UNSOLD",
                "0123456789abd",
                "0123456789abe",
                "Bicycle",
                15_000L,
                Currency.KRW,
                "NO_BIDS",
                true);
        List<String> frames = List.of(
                NotificationNews.welcomeFrame(1, 0, List.of()),
                NotificationNews.welcomeFrame(1, 2, List.of(bare, full)),
                NotificationNews.notificationFrame(bare, 1),
                NotificationNews.notificationFrame(full, 1),
                NotificationNews.readFrame(0),
                Frames.pong("123", 1),
                Frames.error(FrameError.MALFORMED, null));

        assertDescribes("ownServerSends", frames, Map.of("error", Set.of("type", "code")));
    }

    /** @param rarer of a frame that another channel sends with more in it: what it has here */
    private void assertDescribes(String operation, List<String> frames, Map<String, Set<String>> rarer) {
        Set<String> names = operation(operation);
        Map<String, String> nameOf = names.stream().collect(Collectors.toMap(this::typeOf, name -> name));
        Set<String> sent = new TreeSet<>();
        for (String text : frames) {
            JsonObject frame = json(text);
            sent.add(frame.getString("type"));
            assertMatches(payload(nameOf.get(frame.getString("type"))), frame, text);
        }
        assertEquals(new TreeSet<>(nameOf.keySet()), sent);
        for (String type : sent) {
            Set<String> seen = frames.stream()
                    .map(AsyncApiTest::json)
                    .filter(frame -> frame.getString("type").equals(type))
                    .flatMap(frame -> frame.keySet().stream())
                    .collect(Collectors.toSet());
            Set<String> described =
                    payload(nameOf.get(type)).getJsonObject("properties").keySet();
            assertEquals(rarer.getOrDefault(type, described), seen, type + " describes what is never sent");
        }
    }

    private String typeOf(String name) {
        return payload(name).getJsonObject("properties").getJsonObject("type").getString("const");
    }

    @Test
    void describesEveryFrameThatTheServerReads() {
        Map<String, Class<? extends ClientFrame>> read = Map.of(
                "placeBid", ClientFrame.Bid.class,
                "placeProxy", ClientFrame.Bid.class,
                "say", ClientFrame.Chat.class,
                "ping", ClientFrame.Ping.class);
        assertEquals(operation("clientSends"), new TreeSet<>(read.keySet()));
        Set<Class<?>> kinds = new LinkedHashSet<>(read.values());
        kinds.add(ClientFrame.Malformed.class);
        assertEquals(kinds, Set.of(ClientFrame.class.getPermittedSubclasses()));
        read.forEach((name, kind) -> {
            JsonObject whole = sample(payload(name));
            ClientFrame frame = ClientFrame.parse(whole.toString());
            assertInstanceOf(kind, frame, name);
            if (frame instanceof ClientFrame.Bid bid) {
                assertTrue(bid.command(1, 1).isPresent(), name);
            }
        });
    }

    @Test
    void knowsTheSameLimits() {
        assertEquals(PlaceBid.HIGHEST, schema("value").getJsonNumber("maximum").longValueExact());
        assertEquals(PlaceBid.LONGEST_REF, schema("ref").getInt("maxLength"));
        JsonObject text = payload("say").getJsonObject("properties").getJsonObject("text");
        assertEquals(ClientFrame.LONGEST_CHAT, text.getInt("maxLength"));
        JsonObject watched = payload("watch").getJsonObject("properties").getJsonObject("auctions");
        assertEquals(FeedConfig.AUCTIONS_MOST, watched.getInt("maxItems"));
    }

    @Test
    void namesTheSameCodes() {
        assertEquals(names(BidRejection.values()), words(schema("bidRejection")));
        assertEquals(names(FrameError.values()), words(schema("frameError")));
        assertEquals(names(AuctionState.values()), words(schema("auctionState")));
        assertEquals(names(AuctionOutcome.values()), words(schema("outcome")));
    }

    @Test
    void namesEveryCloseCodeOfOurs() throws IllegalAccessException {
        Set<String> known = api.getJsonObject("x-close-codes").keySet();
        for (Field field : Closing.class.getDeclaredFields()) {
            CloseReason reason = (CloseReason) field.get(null);
            assertTrue(known.contains(Integer.toString(reason.getCloseCode().getCode())), field.getName());
        }
    }

    private void assertMatches(JsonObject schema, JsonObject frame, String text) {
        JsonObject properties = schema.getJsonObject("properties");
        schema.getJsonArray("required").forEach(name -> assertTrue(frame.containsKey(word(name)), text));
        frame.forEach((name, value) -> {
            assertTrue(properties.containsKey(name), () -> name + " is not described: " + text);
            assertMatches(resolved(properties.getJsonObject(name)), value, text);
        });
    }

    private void assertMatches(JsonObject schema, JsonValue value, String text) {
        if (schema.containsKey("const")) {
            assertEquals(schema.get("const"), value, text);
        } else if (schema.containsKey("enum")) {
            assertTrue(schema.getJsonArray("enum").contains(value), text);
        } else {
            boolean matches = switch (schema.getString("type")) {
                case "integer", "number" -> value.getValueType() == JsonValue.ValueType.NUMBER;
                case "string" -> value.getValueType() == JsonValue.ValueType.STRING;
                case "boolean" ->
                    value.getValueType() == JsonValue.ValueType.TRUE
                            || value.getValueType() == JsonValue.ValueType.FALSE;
                case "array" -> {
                    JsonArray items = value.asJsonArray();
                    assertTrue(items.size() >= schema.getInt("minItems", 0), text);
                    items.forEach(item -> assertMatches(schema.getJsonObject("items"), item.asJsonObject(), text));
                    yield true;
                }
                default -> false;
            };
            assertTrue(matches, () -> schema + " does not describe " + value + " in " + text);
        }
    }

    /** A frame with every property that is described. */
    private JsonObject sample(JsonObject schema) {
        var frame = Json.createObjectBuilder();
        schema.getJsonObject("properties").forEach((name, described) -> {
            JsonObject property = resolved(described.asJsonObject());
            if (property.containsKey("const")) {
                frame.add(name, property.get("const"));
            } else if (property.getString("type").equals("array")) {
                frame.add(name, JsonValue.EMPTY_JSON_ARRAY);
            } else if (property.getString("type", "string").equals("string")) {
                frame.add(name, "a1");
            } else {
                frame.add(name, 15_000);
            }
        });
        return frame.build();
    }

    private JsonObject payload(String message) {
        return messages.getJsonObject(message).getJsonObject("payload");
    }

    private JsonObject schema(String name) {
        return api.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private JsonObject resolved(JsonObject property) {
        String reference = property.getString("$ref", "");
        return reference.isEmpty() ? property : schema(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private Set<String> operation(String name) {
        return api.getJsonObject("operations").getJsonObject(name).getJsonArray("messages").stream()
                .map(message -> message.asJsonObject().getString("$ref"))
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(JsonObject schema) {
        return schema.getJsonArray("enum").stream().map(AsyncApiTest::word).collect(Collectors.toSet());
    }

    private static String word(JsonValue value) {
        return ((jakarta.json.JsonString) value).getString();
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static RoomState state(
            AuctionState state, Integer leader, Boolean reserveMet, AuctionOutcome outcome, long seq) {
        return new RoomState(1, state, seq, 15_000, leader, "16000", 2_000, reserveMet, outcome, seq, HASH);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static JsonObject read() {
        try {
            Map<String, Object> yaml = new Yaml().load(Files.readString(Path.of("src/docs/asyncapi.yaml")));
            return (JsonObject) value(yaml);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonValue value(Object yaml) {
        if (yaml instanceof Map<?, ?> map) {
            var object = Json.createObjectBuilder();
            map.forEach((key, item) -> object.add(key.toString(), value(item)));
            return object.build();
        } else if (yaml instanceof List<?> list) {
            var array = Json.createArrayBuilder();
            list.forEach(item -> array.add(value(item)));
            return array.build();
        } else if (yaml instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (yaml instanceof Number number) {
            return Json.createValue(number.longValue());
        }
        return Json.createValue(yaml.toString());
    }
}
