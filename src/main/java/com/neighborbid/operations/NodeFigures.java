package com.neighborbid.operations;

import com.neighborbid.platform.Json;
import com.neighborbid.platform.LatencyCounts;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * What one node counted since its start, and has at the moment. Nodes tell it to each other as text.
 *
 * @param at milliseconds since the epoch
 * @param accepted bids answered so, as {@code rejected}
 * @param waiting bids that wait for a dispatcher
 * @param heapUsed bytes, as {@code heapMost}
 * @param load the machine's run queue, averaged over a minute; below zero where it is not known
 * @param crowds the rooms with most sockets here
 */
record NodeFigures(
        String node,
        String roles,
        long at,
        long accepted,
        long rejected,
        LatencyCounts answers,
        LatencyCounts recordings,
        int waiting,
        int sockets,
        int rooms,
        int redisActive,
        int redisMost,
        long heapUsed,
        long heapMost,
        int threads,
        double load,
        List<Crowd> crowds) {

    /** How many sockets of the node watch an auction (its public id). */
    record Crowd(String auction, int watching) {}

    String text() {
        JsonArrayBuilder rows = Json.array();
        crowds.forEach(
                crowd -> rows.add(Json.object().add("auction", crowd.auction()).add("watching", crowd.watching())));
        return Json.object()
                .add("node", node)
                .add("roles", roles)
                .add("at", at)
                .add("accepted", accepted)
                .add("rejected", rejected)
                .add("answers", counts(answers))
                .add("recordings", counts(recordings))
                .add("waiting", waiting)
                .add("sockets", sockets)
                .add("rooms", rooms)
                .add("redisActive", redisActive)
                .add("redisMost", redisMost)
                .add("heapUsed", heapUsed)
                .add("heapMost", heapMost)
                .add("threads", threads)
                .add("load", load)
                .add("crowds", rows)
                .build()
                .toString();
    }

    /** The figures behind a {@link #text()}. */
    static NodeFigures parse(String text) {
        JsonObject o = Json.object(text);
        return new NodeFigures(
                o.getString("node"),
                o.getString("roles"),
                number(o, "at"),
                number(o, "accepted"),
                number(o, "rejected"),
                counts(o.getJsonArray("answers")),
                counts(o.getJsonArray("recordings")),
                o.getInt("waiting"),
                o.getInt("sockets"),
                o.getInt("rooms"),
                o.getInt("redisActive"),
                o.getInt("redisMost"),
                number(o, "heapUsed"),
                number(o, "heapMost"),
                o.getInt("threads"),
                o.getJsonNumber("load").doubleValue(),
                o.getJsonArray("crowds").getValuesAs(JsonObject.class).stream()
                        .map(crowd -> new Crowd(crowd.getString("auction"), crowd.getInt("watching")))
                        .toList());
    }

    private static long number(JsonObject object, String field) {
        return object.getJsonNumber(field).longValueExact();
    }

    /** The buckets, and the sum behind them. */
    private static JsonArrayBuilder counts(LatencyCounts counts) {
        JsonArrayBuilder array = Json.array();
        for (long bucket : counts.buckets()) {
            array.add(bucket);
        }
        return array.add(counts.sumMicros());
    }

    /** A node of another version may have other buckets: its counts are left out. */
    private static LatencyCounts counts(JsonArray array) {
        long[] all = array.getValuesAs(JsonNumber.class).stream()
                .mapToLong(JsonNumber::longValueExact)
                .toArray();
        LatencyCounts none = LatencyCounts.none();
        return all.length == none.buckets().length + 1
                ? new LatencyCounts(java.util.Arrays.copyOf(all, all.length - 1), all[all.length - 1])
                : none;
    }
}
