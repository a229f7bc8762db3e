package com.neighborbid.live;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Set;

/** A frame from a client of the sockets beside the rooms, decoded: form alone. */
sealed interface LobbyFrame {
    /**
     * Which auctions to watch from now on.
     *
     * @param auctions the ids; texts that cannot be one are left out
     */
    record Watch(Set<Long> auctions) implements LobbyFrame {}

    /** A question for the server's clock; {@code t} comes back as it was sent. */
    record Ping(String t) implements LobbyFrame {}

    /** Nothing that can be read. */
    record Malformed() implements LobbyFrame {}

    /**
     * Reads a frame; never fails.
     *
     * @param auctionsMost the longest list that can be watched
     */
    static LobbyFrame parse(String text, int auctionsMost) {
        if (ClientFrame.parse(text) instanceof ClientFrame.Ping ping) {
            return new Ping(ping.t());
        }
        try {
            JsonObject object = Json.object(text);
            boolean watches = object.get("type") instanceof JsonString type
                    && type.getString().equals("watch");
            return watches && object.get("auctions") instanceof JsonArray given && given.size() <= auctionsMost
                    ? watch(given)
                    : new Malformed();
        } catch (JsonException notJson) {
            return new Malformed();
        }
    }

    private static LobbyFrame watch(JsonArray given) {
        Set<Long> auctions = new LinkedHashSet<>();
        for (JsonValue value : given) {
            if (!(value instanceof JsonString id)) {
                return new Malformed();
            }
            Ids.parse(id.getString()).ifPresent(auctions::add);
        }
        return new Watch(auctions);
    }
}
