package com.neighborbid.live;

import com.neighborbid.bidding.BidInput;
import com.neighborbid.bidding.PlaceBid;
import com.neighborbid.platform.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A frame from a client, decoded. There are no rules here, only form. */
sealed interface ClientFrame {
    /** The longest chat line, in characters. */
    int LONGEST_CHAT = 500;

    /**
     * An amount or a maximum; who bids is for the socket to say.
     *
     * @param value the number, or null when it is none that a bid can have
     */
    record Bid(String ref, boolean maximum, @Nullable Long value) implements ClientFrame {
        /** The command, or empty when its number is none. */
        Optional<PlaceBid> command(long auction, long member) {
            return value == null ? Optional.empty() : Optional.of(new PlaceBid(auction, member, maximum, value, ref));
        }
    }

    /** A line for the room. */
    record Chat(@Nullable String ref, String text) implements ClientFrame {}

    /** A question for the server's clock; {@code t} comes back as it was sent. */
    record Ping(String t) implements ClientFrame {}

    /** Nothing that can be read. */
    record Malformed(@Nullable String ref) implements ClientFrame {}

    /** Reads a frame; never fails. */
    static ClientFrame parse(String text) {
        Bid plain = PlainBid.read(text);
        return plain == null ? parseAny(text) : plain;
    }

    private static ClientFrame parseAny(String text) {
        JsonObject object;
        try {
            object = Json.object(text);
        } catch (JsonException notJson) {
            return new Malformed(null);
        }
        String ref = BidInput.ref(object).orElse(null);
        String type = object.get("type") instanceof JsonString given ? given.getString() : "";
        return switch (type) {
            case "bid", "proxy" -> bid(object, ref, type.equals("proxy"));
            case "chat" -> chat(object, ref);
            case "ping" ->
                object.get("t") instanceof JsonNumber t && t.toString().length() <= 30
                        ? new Ping(t.toString())
                        : new Malformed(ref);
            default -> new Malformed(ref);
        };
    }

    private static ClientFrame bid(JsonObject object, @Nullable String ref, boolean maximum) {
        return ref == null
                ? new Malformed(null)
                : new Bid(ref, maximum, BidInput.value(object, maximum).orElse(null));
    }

    private static ClientFrame chat(JsonObject object, @Nullable String ref) {
        if (object.get("text") instanceof JsonString given) {
            String text = given.getString().strip();
            if (!text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_CHAT) {
                return new Chat(ref, text);
            }
        }
        return new Malformed(ref);
    }
}
