package com.neighborbid.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is to be, from system properties.
 *
 * @param seed {@code nb.faults.seed}: the same plans again; another one each time without it
 * @param most {@code nb.faults.minutes}: no round begins after it (30)
 * @param only {@code nb.faults.only}: faults by name, parted by a semicolon, in place of all; {@code short} stands for a
 *     selection of four minutes, {@code mutations} for those of all mutations, which the house itself must survive
 * @param mutation {@code nb.faults.mutation}: {@code replay}, {@code fence}, {@code inbox} or {@code fsync}, taken out of a
 *     copy of the house; then the faults are those that it must not survive, unless named
 */
record Options(long seed, Duration most, String only, Mutation mutation) {
    private static final int MINUTES = 30;

    static Options ofProperties() {
        String seed = System.getProperty("nb.faults.seed", "");
        String minutes = System.getProperty("nb.faults.minutes", "");
        Mutation mutation = Mutation.named(System.getProperty("nb.faults.mutation", ""));
        return new Options(
                seed.isBlank() ? System.currentTimeMillis() : Long.parseLong(seed),
                Duration.ofMinutes(minutes.isBlank() ? MINUTES : Long.parseLong(minutes)),
                System.getProperty("nb.faults.only", "").strip(),
                mutation);
    }

    /** The plan that this seed makes of the faults that were asked for: whole forms first, then faults by name. */
    Plan plan(long ofSeed) {
        if (only.isEmpty()) {
            return mutation.plan(ofSeed);
        }
        List<Plan.Step> steps = new ArrayList<>();
        List<Fault> named = new ArrayList<>();
        for (String name : only.split(";")) {
            switch (name.strip()) {
                case "short" -> steps.addAll(Catalogue.shortForm(ofSeed).steps());
                case "mutations" -> steps.addAll(Mutation.all(ofSeed).steps());
                default -> named.add(Catalogue.named(name.strip()));
            }
        }
        steps.addAll(Plan.of(ofSeed, named).steps());
        return new Plan(ofSeed, List.copyOf(steps));
    }
}
