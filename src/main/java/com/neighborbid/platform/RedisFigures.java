package com.neighborbid.platform;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Redis says of itself (its command INFO).
 *
 * @param memoryUsed bytes
 * @param memoryMost bytes that it may use, 0 without a bound
 * @param fsyncsDelayed fsyncs of its log that it had to wait for, since its start
 * @param logWritten whether its last write to the log came through
 * @param logKept whether it keeps a log at all: without one an acknowledged bid may be lost with it
 * @param replicas connected
 */
public record RedisFigures(
        long memoryUsed,
        long memoryMost,
        long fsyncsDelayed,
        boolean logWritten,
        boolean logKept,
        long clients,
        long commandsPerSecond,
        long replicas) {

    /** Of several servers: sums, and what must be so on each. */
    RedisFigures and(RedisFigures other) {
        return new RedisFigures(
                memoryUsed + other.memoryUsed,
                memoryMost + other.memoryMost,
                fsyncsDelayed + other.fsyncsDelayed,
                logWritten && other.logWritten,
                logKept && other.logKept,
                clients + other.clients,
                commandsPerSecond + other.commandsPerSecond,
                replicas + other.replicas);
    }

    static RedisFigures of(String info) {
        Map<String, String> fields = info.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip(), (first, again) -> first));
        return new RedisFigures(
                number(fields, "used_memory"),
                number(fields, "maxmemory"),
                number(fields, "aof_delayed_fsync"),
                "ok".equals(fields.getOrDefault("aof_last_write_status", "ok")),
                "1".equals(fields.get("aof_enabled")),
                number(fields, "connected_clients"),
                number(fields, "instantaneous_ops_per_sec"),
                number(fields, "connected_slaves"));
    }

    private static long number(Map<String, String> fields, String name) {
        return Long.parseLong(fields.getOrDefault(name, "0"));
    }
}
