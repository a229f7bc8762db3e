package com.neighborbid.faults;

import com.neighborbid.launcher.Part;
import java.util.ArrayList;
import java.util.List;

/** Every fault that there is. */
final class Catalogue {
    private Catalogue() {}

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>(ProcessFaults.all());
        all.addAll(RedisFaults.all());
        all.addAll(LinkFaults.all());
        all.addAll(MessageFaults.all());
        all.addAll(MachineFaults.all());
        all.addAll(Abuse.all());
        return all;
    }

    /**
     * Some four minutes: each engine and each role once, and the links that matter most. Instances die last, for they take long
     * to boot.
     */
    static Plan shortForm(long seed) {
        List<Fault> faults = List.of(
                RedisFaults.restart(),
                RedisFaults.failover(),
                RedisFaults.loseDisk(),
                RedisFaults.powerCut(),
                ProcessFaults.killEngine(Part.POSTGRES),
                ProcessFaults.killEngine(Part.BROKER),
                MachineFaults.clocksAhead(),
                LinkFaults.lostCommits(),
                named("half open: all links to postgres"),
                named("silent to the client: a live's links to redis"),
                named("cut: nginx's link to a live"));
        return Plan.of(seed, faults).then(ProcessFaults.killOneOfEach());
    }

    /**
     * What the build breaks each time, in less than a minute: each engine once, Redis in three ways, a link, and last one of two
     * instances, whose boot nobody waits for: that one comes back is seen by other tests.
     */
    static Plan ofTheBuild(long seed) {
        List<Fault> faults = List.of(
                RedisFaults.restart(),
                RedisFaults.powerCut(),
                RedisFaults.failover(),
                LinkFaults.lostCommits(),
                ProcessFaults.killEngine(Part.BROKER),
                named("cut: nginx's link to a live"));
        return Plan.of(seed, faults).then(named("kill a Payara for rooms").leftBehind());
    }

    /** @throws IllegalArgumentException when there is none of this name */
    static Fault named(String name) {
        return all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called " + name));
    }
}
