package com.neighborbid.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Redis with a replica, and a sentinel that promotes the replica when the primary is silent for a second. */
final class RedisPair implements AutoCloseable {
    /** By which name sentinels know the primary. */
    static final String NAME = "house";

    private static final int DOWN_AFTER_MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Shim shim;
    private final RedisNode first;
    private final RedisNode second;
    private final RedisNode sentinel;

    /** @param appendfsync as in Redis's configuration; anything but {@code always} may lose acknowledged bids */
    RedisPair(Path directory, String appendfsync) {
        shim = Shim.make(directory.resolve("shim"), "redis");
        first = RedisNode.server("first", directory, appendfsync, shim.environment());
        second = RedisNode.server("second", directory, appendfsync, shim.environment());
        second.follow(first);
        sentinel = RedisNode.sentinel(directory, first, NAME, DOWN_AFTER_MILLIS);
    }

    /** Both servers, whichever leads. */
    List<RedisNode> servers() {
        return List.of(first, second);
    }

    RedisNode sentinel() {
        return sentinel;
    }

    /** What is preloaded into both servers. */
    Shim shim() {
        return shim;
    }

    /** The server that the sentinel says is the primary. */
    RedisNode primary() {
        int port = Integer.parseInt(
                sentinel.ask(client -> client.sentinelGetMasterAddrByName(NAME)).get(1));
        return servers().stream()
                .filter(server -> server.port() == port)
                .findFirst()
                .orElseThrow();
    }

    RedisNode replica() {
        RedisNode primary = primary();
        return primary == first ? second : first;
    }

    /** Returns when the sentinel has promoted another server than this one. */
    void awaitPromotionOver(RedisNode old) {
        Until.holds(PATIENCE, () -> primary() != old && primary().isPrimary(), "nobody takes over from " + old.name());
    }

    /** Returns when the two are primary and replica, as the sentinel has made them. */
    void awaitPair() {
        Until.holds(
                PATIENCE,
                () -> primary().isPrimary() && replica().follows(primary()),
                "the servers of Redis do not find each other");
    }

    /** Starts what does not run, the primary first, and returns when the two are a pair. */
    void bringBack(RedisNode primary) {
        primary.start();
        servers().forEach(RedisNode::start);
        sentinel.start();
        awaitPair();
    }

    @Override
    public void close() {
        sentinel.close();
        second.close();
        first.close();
    }
}
