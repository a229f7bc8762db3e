package com.neighborbid.operations;

import com.neighborbid.bidding.RelayFigures;
import com.neighborbid.platform.Json;
import com.neighborbid.platform.RedisFigures;
import com.neighborbid.wallet.TrialBalance;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is once in a house: the engines, and what waits in them. An engine that did not answer is null.
 *
 * @param at milliseconds since the epoch
 * @param books the last trial balance, null before the first
 * @param deadLetters messages that failed for good, below zero where the broker did not say
 * @param queues messages that wait, by queue; none where the broker did not say
 */
record HouseFigures(
        long at,
        RelayFigures.@Nullable Behind behind,
        @Nullable RedisFigures redis,
        DatabaseFigures.@Nullable Read database,
        boolean broker,
        long deadLetters,
        Map<String, Long> queues,
        TrialBalance.@Nullable Sheet books) {

    /** By how much the books are wrong, over all currencies, in minor units: 0. */
    static long imbalance(TrialBalance.Sheet sheet) {
        return sheet.lines().stream()
                .mapToLong(line -> Math.abs(line.sum()) + Math.abs(line.held() - line.openHolds()))
                .sum();
    }

    /** How long the oldest message has waited for the broker, in milliseconds. */
    long outboxLagMs() {
        return database == null || database.outboxSince() == 0 ? 0 : Math.max(0, at - database.outboxSince());
    }

    JsonObject json() {
        JsonObjectBuilder object = Json.object().add("at", at).add("broker", broker);
        if (deadLetters >= 0) {
            object.add("deadLetters", deadLetters);
        }
        JsonObjectBuilder waiting = Json.object();
        queues.forEach(waiting::add);
        object.add("queues", waiting);
        if (behind != null) {
            object.add(
                    "relay",
                    Json.object()
                            .add("lagMs", behind.lagMs())
                            .add("partitions", behind.partitions())
                            .add("events", behind.events()));
        }
        if (redis != null) {
            object.add("redis", of(redis));
        }
        if (database != null) {
            object.add("database", of(database)).add("outboxLagMs", outboxLagMs());
            object.add("housePaused", database.housePaused());
        }
        if (books != null) {
            object.add(
                    "books",
                    Json.object()
                            .add("at", books.at())
                            .add("balances", books.balances())
                            .add("imbalance", imbalance(books)));
        }
        return object.build();
    }

    private static JsonObjectBuilder of(RedisFigures redis) {
        return Json.object()
                .add("memoryUsed", redis.memoryUsed())
                .add("memoryMost", redis.memoryMost())
                .add("fsyncsDelayed", redis.fsyncsDelayed())
                .add("logWritten", redis.logWritten())
                .add("logKept", redis.logKept())
                .add("clients", redis.clients())
                .add("commandsPerSecond", redis.commandsPerSecond())
                .add("replicas", redis.replicas());
    }

    private static JsonObjectBuilder of(DatabaseFigures.Read database) {
        return Json.object()
                .add("connections", database.connections())
                .add("busy", database.busy())
                .add("connectionsMost", database.connectionsMost())
                .add("replicas", database.replicas())
                .add("replicaLagMs", database.replicaLagMs())
                .add("longestMs", database.longestMs())
                .add("outbox", database.outbox())
                .add("open", database.open())
                .add("paused", database.paused());
    }
}
