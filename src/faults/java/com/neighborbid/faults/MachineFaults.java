package com.neighborbid.faults;

import com.neighborbid.faults.Instance.Backend;
import com.neighborbid.launcher.Part;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the machine does to a process: its clock, its disk. */
final class MachineFaults {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    /** Until a transaction is on its way in every loop of a worker. */
    private static final Duration UNDER_WAY = Duration.ofMillis(500);
    /**
     * More than for an engine: the broker gives up its clients after eight seconds, PostgreSQL what they locked after ten, and
     * their work begins again after that.
     */
    static final long GONE_MILLIS = 15_000;

    private static final String CLOCK = "time of the wall decides nothing but what it must";

    private MachineFaults() {}

    static List<Fault> all() {
        return List.of(
                clock("an instance's clock is an hour ahead", one(), HOUR),
                clock("an instance's clock is an hour behind", one(), -HOUR),
                clocksAhead(),
                Fault.lasting(
                        "redis's clock is an hour behind",
                        "no auction's clock runs back; none ends early",
                        (e, which) -> e.engines().redis().shim().moveClock(-HOUR),
                        (e, which) -> e.engines().redis().shim().moveClock(0)),
                fullDisk("postgres's disk is full", e -> Shell.tree(e.engines().pid(Part.POSTGRES))),
                fullDisk(
                        "the broker's disk is full", e -> Shell.tree(e.engines().pid(Part.BROKER))),
                fullRedis(),
                goneWorker());
    }

    /** Nothing but Redis's clock decides when a bid is in time. */
    static Fault clocksAhead() {
        return clock("all instances' clocks are an hour ahead", (e, which) -> e.instances(), HOUR);
    }

    private static BiFunction<Estate, Integer, List<Instance>> one() {
        return (e, which) -> List.of(ProcessFaults.pick(e.instances(), which));
    }

    private static Fault clock(String name, BiFunction<Estate, Integer, List<Instance>> whose, long millis) {
        return Fault.lasting(
                name,
                CLOCK,
                (e, which) -> whose.apply(e, which)
                        .forEach(instance -> instance.shim().moveClock(millis)),
                (e, which) -> whose.apply(e, which)
                        .forEach(instance -> instance.shim().moveClock(0)));
    }

    /** No file can grow; whoever does not survive that is started again and has room. */
    private static Fault fullDisk(String name, Function<Estate, List<Long>> pids) {
        return Fault.lasting(
                name,
                "nothing acknowledged is lost; what needs the disk waits",
                (e, which) -> pids.apply(e).forEach(pid -> limit(pid, "1")),
                (e, which) -> pids.apply(e).forEach(pid -> limit(pid, "unlimited")));
    }

    /** With every write on disk before its answer, Redis ends itself; it is started again once there is room. */
    private static Fault fullRedis() {
        return Fault.lasting(
                "redis's disk is full",
                "nothing acknowledged is lost",
                (e, which) -> limit(e.engines().redis().primary().pid(), "1"),
                (e, which) -> {
                    RedisPair redis = e.engines().redis();
                    redis.servers().forEach(server -> server.liftLimit());
                    redis.bringBack(redis.primary());
                });
    }

    /**
     * A worker's machine loses its power, in the middle of transactions: nobody is told that its connections are over, and what
     * it has locked stays locked until PostgreSQL, and what it was given stays its own until the broker, gives it up.
     */
    static Fault goneWorker() {
        return Fault.passing(
                        "a worker's machine is gone",
                        "the other worker does its work",
                        (e, which) -> {
                            Instance gone = ProcessFaults.pick(e.web(), which);
                            gone.link(Backend.POSTGRES).hold(EnumSet.of(Way.TO_CLIENT));
                            Until.passed(UNDER_WAY);
                            gone.links().forEach(link -> link.hold(EnumSet.allOf(Way.class)));
                            ProcessFaults.kill(gone);
                        },
                        (e, which) -> {
                            Instance gone = ProcessFaults.pick(e.web(), which);
                            gone.links().forEach(Link::heal);
                            ProcessFaults.awaitBack(gone);
                        })
                .within(GONE_MILLIS);
    }

    /** How long a file of this process may be, in bytes, from now on. */
    static void limit(long pid, String bytes) {
        Shell.run(List.of(
                "sh", "-c", "prlimit --pid %1$d --fsize=%2$s:unlimited || ! kill -0 %1$d".formatted(pid, bytes)));
    }
}
