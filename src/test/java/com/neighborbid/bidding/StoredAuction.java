package com.neighborbid.bidding;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.commands.JedisCommands;

/** The texts of an auction's state in Redis, field by field; the orders are those of the function library. */
record StoredAuction(JedisCommands client, RoomKeys keys) {
    private static final List<String> MOVING = List.of(
            "state epoch n clock endsAt price seq leader leaderMember leaderMax outcome recorded recordedN recoverUntil pausedAt"
                    .split(" "));
    private static final List<String> TERMS =
            List.of("opensAt firstEndsAt softClose softCap start reserve increments logLength home".split(" "));

    /** A field, empty for none; null when there is no state. */
    @Nullable
    String get(String field) {
        String text = client.hget(keys.state(), group(field));
        return text == null ? null : text.split("\\|", -1)[order(field).indexOf(field)];
    }

    void set(String field, String value) {
        List<String> fields =
                Arrays.asList(client.hget(keys.state(), group(field)).split("\\|", -1));
        fields.set(order(field).indexOf(field), value);
        client.hset(keys.state(), group(field), String.join("|", fields));
    }

    private static String group(String field) {
        return MOVING.contains(field) ? "moving" : "terms";
    }

    private static List<String> order(String field) {
        return MOVING.contains(field) ? MOVING : TERMS;
    }
}
