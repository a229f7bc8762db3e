package com.neighborbid.faults;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** What happens to Redis, beyond its links. */
final class RedisFaults {
    private static final Duration HICCUP = Duration.ofMillis(600);
    private static final Duration DEAF = Duration.ofMillis(1500);
    private static final String NOTHING_LOST = "nothing acknowledged is lost";

    private RedisFaults() {}

    static List<Fault> all() {
        return List.of(
                restart(),
                failover(),
                stale(),
                loseDisk(),
                powerCut(),
                powerCutOfRooms(),
                replicaDies(),
                sentinelDies(),
                hiccup());
    }

    /** It comes back with its disk before anybody is promoted. */
    static Fault restart() {
        return Fault.passing(
                "kill redis",
                NOTHING_LOST,
                (e, which) -> {
                    RedisNode primary = e.engines().redis().primary();
                    primary.kill();
                    primary.start();
                },
                RedisFaults::awaitPair);
    }

    /** It stays away, its replica is promoted, and later it comes back as a replica. */
    static Fault failover() {
        return Fault.passing(
                "fail over to redis's replica",
                NOTHING_LOST + "; the auctions are rebuilt under a higher epoch",
                (e, which) -> {
                    RedisNode old = e.engines().redis().primary();
                    old.kill();
                    e.engines().redis().awaitPromotionOver(old);
                },
                RedisFaults::awaitPair);
    }

    /** It is frozen until its replica is promoted, and then goes on as if nothing were. */
    static Fault stale() {
        return Fault.passing(
                "a stale primary of redis comes back",
                NOTHING_LOST + "; what the stale one still decides is of an older epoch",
                (e, which) -> {
                    RedisNode old = e.engines().redis().primary();
                    Shell.signal("STOP", List.of(old.pid()));
                    e.engines().redis().awaitPromotionOver(old);
                    Shell.signal("CONT", List.of(old.pid()));
                },
                RedisFaults::awaitPair);
    }

    /** Both servers start with nothing. */
    static Fault loseDisk() {
        return Fault.passing(
                "redis loses its disk",
                NOTHING_LOST + "; clients are told to resync",
                (e, which) -> {
                    RedisPair redis = e.engines().redis();
                    RedisNode primary = redis.primary();
                    redis.servers().forEach(RedisNode::kill);
                    redis.servers().forEach(RedisNode::loseDisk);
                    primary.start();
                    redis.servers().forEach(RedisNode::start);
                },
                RedisFaults::awaitPair);
    }

    /** Both servers die, and of their disks only what was synced is left. */
    static Fault powerCut() {
        return Fault.passing(
                "power cut of redis",
                NOTHING_LOST,
                (e, which) -> {
                    RedisPair redis = e.engines().redis();
                    RedisNode primary = redis.primary();
                    redis.servers().forEach(RedisNode::kill);
                    redis.servers().forEach(server -> redis.shim().cutPower(server.directory()));
                    primary.start();
                    redis.servers().forEach(RedisNode::start);
                },
                RedisFaults::awaitPair);
    }

    /**
     * Both servers and both instances for rooms die, so that nobody remembers what was acknowledged in the last second but
     * Redis's disk; for that second the workers did not hear of it.
     */
    static Fault powerCutOfRooms() {
        return Fault.passing(
                        "power cut of redis and of all rooms",
                        NOTHING_LOST + "; rooms are back when a Payara has booted",
                        (e, which) -> {
                            List<Link> workers = e.web().stream()
                                    .flatMap(Instance::redisLinks)
                                    .toList();
                            workers.forEach(link -> link.hold(EnumSet.allOf(Way.class)));
                            Until.passed(DEAF);
                            e.live().forEach(ProcessFaults::kill);
                            powerCut().strike().on(e, which);
                            workers.forEach(Link::heal);
                        },
                        (e, which) -> {
                            awaitPair(e, which);
                            e.live().forEach(ProcessFaults::awaitBack);
                        })
                .within(ProcessFaults.BOOT.toMillis());
    }

    private static Fault replicaDies() {
        return Fault.passing(
                "kill redis's replica",
                "nobody notices",
                (e, which) -> e.engines().redis().replica().kill(),
                RedisFaults::awaitPair);
    }

    private static Fault sentinelDies() {
        return Fault.passing(
                "kill redis's sentinel",
                "nobody notices",
                (e, which) -> e.engines().redis().sentinel().kill(),
                (e, which) -> e.engines().redis().sentinel().start());
    }

    private static Fault hiccup() {
        return Fault.passing(
                "redis stands still for a moment",
                "bids wait",
                (e, which) -> {
                    List<Long> primary = List.of(e.engines().redis().primary().pid());
                    Shell.signal("STOP", primary);
                    Until.passed(HICCUP);
                    Shell.signal("CONT", primary);
                },
                RedisFaults::awaitPair);
    }

    private static void awaitPair(Estate estate, int which) {
        RedisPair redis = estate.engines().redis();
        redis.bringBack(redis.primary());
    }
}
