package com.neighborbid.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** One trial made as many times as the options say, one after the other, with what it took of the processors. */
final class Trials {
    private final List<Tally> tallies = new ArrayList<>();
    private final LoadOptions options;
    private final ProcessTimes before;
    private final ProcessTimes after;

    private Trials(LoadOptions options, Supplier<Tally> trial) {
        this.options = options;
        before = ProcessTimes.now(options.pidDirectory());
        for (int i = 0; i < options.repeats(); i++) {
            tallies.add(trial.get());
        }
        after = ProcessTimes.now(options.pidDirectory());
    }

    static Trials of(LoadOptions options, Supplier<Tally> trial) {
        return new Trials(options, trial);
    }

    List<Tally> tallies() {
        return tallies;
    }

    /** Milliseconds of processor time for each of these, by process. */
    String processor(ToLongFunction<Tally> units) {
        // The warm-up costs processor time too, and is not counted; it comes at the same rate.
        double share = (options.seconds() + options.warmupSeconds()) / (double) options.seconds();
        long counted = tallies.stream().mapToLong(units).sum();
        return after.since(before, (long) (counted * share));
    }
}
