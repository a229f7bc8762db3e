package com.neighborbid.faults;

import com.neighborbid.launcher.Part;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Processes that are killed, or that stop and go on. */
final class ProcessFaults {
    /** How long a Payara may take to boot on a busy machine. */
    static final Duration BOOT = Duration.ofSeconds(240);

    /** Every statement that is under way is given up, and those that are tried next as well. */
    private static final Duration LONGER_THAN_A_STATEMENT = Duration.ofSeconds(6);

    private static final String ALL_GOES_ON = "all goes on by itself";
    private static final String NOBODY_ELSE = "its clients reconnect once; nobody else notices";

    private ProcessFaults() {}

    static List<Fault> all() {
        return List.of(
                killEngine(Part.POSTGRES),
                killEngine(Part.BROKER),
                stopEngine(Part.POSTGRES, Duration.ZERO),
                stopEngine(Part.POSTGRES, LONGER_THAN_A_STATEMENT),
                stopEngine(Part.BROKER, Duration.ZERO),
                Fault.passing(
                        "kill a Payara for rooms", NOBODY_ELSE, (e, which) -> kill(pick(e.live(), which)), (e, w) -> {
                            awaitBack(pick(e.live(), w));
                        }),
                Fault.passing(
                        "kill a Payara for pages", NOBODY_ELSE, (e, which) -> kill(pick(e.web(), which)), (e, w) -> {
                            awaitBack(pick(e.web(), w));
                        }),
                killOneOfEach(),
                Fault.lasting(
                        "stop a Payara",
                        "it goes on where it was",
                        (e, which) -> Shell.signal(
                                "STOP", List.of(pick(e.instances(), which).pid())),
                        (e, which) -> Shell.signal(
                                "CONT", List.of(pick(e.instances(), which).pid()))),
                standStill("a Payara for rooms stands still", Estate::live),
                standStill("a Payara for pages stands still", Estate::web).within(MachineFaults.GONE_MILLIS),
                Fault.lasting(
                        "kill nginx",
                        "clients come back when it does",
                        (e, which) -> Shell.signal("KILL", Shell.tree(e.nginx().pid())),
                        (e, which) -> e.nginx().startAgain()));
    }

    /** It takes connections and never answers, until all others have recovered from it. */
    private static Fault standStill(String name, Function<Estate, List<Instance>> role) {
        return Fault.passing(
                name,
                NOBODY_ELSE,
                (e, which) ->
                        Shell.signal("STOP", List.of(pick(role.apply(e), which).pid())),
                (e, which) ->
                        Shell.signal("CONT", List.of(pick(role.apply(e), which).pid())));
    }

    /** An instance for rooms and one for pages and work, in the same moment. */
    static Fault killOneOfEach() {
        return Fault.passing(
                "kill a Payara of each role",
                NOBODY_ELSE,
                (e, which) -> Stream.of(pick(e.live(), which), pick(e.web(), which / 2))
                        .forEach(ProcessFaults::kill),
                (e, which) -> Stream.of(pick(e.live(), which), pick(e.web(), which / 2))
                        .forEach(ProcessFaults::awaitBack));
    }

    static Fault killEngine(Part part) {
        return Fault.passing(
                "kill " + part.label(),
                ALL_GOES_ON,
                (e, which) -> Shell.signal("KILL", List.of(e.engines().pid(part))),
                Fault.Act.NOTHING);
    }

    /** @param before stops it for so long, and then for as long as the plan says */
    private static Fault stopEngine(Part part, Duration before) {
        return Fault.lasting(
                "stop " + part.label() + (before.isZero() ? "" : " for longer than it has to answer"),
                ALL_GOES_ON,
                (e, which) -> {
                    Shell.signal("STOP", Shell.tree(e.engines().pid(part)));
                    Until.passed(before);
                },
                (e, which) -> Shell.signal("CONT", Shell.tree(e.engines().pid(part))));
    }

    static <T> T pick(List<T> alike, int which) {
        return alike.get(Math.floorMod(which, alike.size()));
    }

    static void kill(Instance instance) {
        instance.noteDeath();
        Shell.signal("KILL", List.of(instance.pid()));
    }

    /** Its launcher starts it again; until then the other one does it all. */
    static void awaitBack(Instance instance) {
        Until.holds(BOOT, instance::isBack, instance + " does not come back");
    }
}
