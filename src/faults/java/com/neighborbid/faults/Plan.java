package com.neighborbid.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What is to break, in which order, for how long: the same seed and form give the same plan. How the house and its clients
 * happen to stand at each step is not in it.
 */
record Plan(long seed, List<Step> steps) {
    private static final int LASTS_LEAST_MILLIS = 1500;
    private static final int LASTS_SPREAD_MILLIS = 3000;
    private static final int WHICH_MOST = 4;

    /**
     * A fault and what the seed says of it.
     *
     * @param which of several alike
     * @param lastsMillis until it is mended, where it is not passing
     * @param calmMillis after the house has recovered
     */
    record Step(Fault fault, int which, long lastsMillis, long calmMillis) {
        @Override
        public String toString() {
            return fault.name() + " [" + which + "]"
                    + (fault.mends() == Fault.Mends.SOMEBODY ? " for " + lastsMillis + " ms" : "")
                    + ", then calm for " + calmMillis + " ms";
        }
    }

    /** These faults, in the order that the seed gives them. */
    static Plan of(long seed, List<Fault> faults) {
        Random random = new Random(seed);
        List<Fault> order = new ArrayList<>(faults);
        Collections.shuffle(order, random);
        return new Plan(seed, order.stream().map(fault -> step(fault, random)).toList());
    }

    /** The same, with one more at the end. */
    Plan then(Fault last) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step(last, new Random(seed)));
        return new Plan(seed, List.copyOf(longer));
    }

    /** These faults in this order; the seed says how long each lasts. */
    static Plan inOrder(long seed, List<Fault> faults) {
        Random random = new Random(seed);
        return new Plan(seed, faults.stream().map(fault -> step(fault, random)).toList());
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** The same in parts of at most so many steps. */
    List<Plan> parts(int most) {
        List<Plan> parts = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += most) {
            parts.add(new Plan(seed, steps.subList(from, Math.min(steps.size(), from + most))));
        }
        return parts;
    }

    private static Step step(Fault fault, Random random) {
        return new Step(
                fault,
                random.nextInt(WHICH_MOST),
                LASTS_LEAST_MILLIS + random.nextInt(LASTS_SPREAD_MILLIS),
                500 + random.nextInt(1000));
    }

    @Override
    public String toString() {
        return "seed " + seed + "\n" + steps.stream().map(step -> "  " + step).collect(Collectors.joining("\n"));
    }
}
