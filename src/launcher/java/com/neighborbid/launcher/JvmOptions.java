package com.neighborbid.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How Payara's JVM is set. On a machine of one or two processors, which it shares with the engines, the optimising
 * compiler would take half of the machine from the bids for its first minutes, and a concurrent collector a good part of
 * the rest: there the quick compiler and the parallel collector serve more bids sooner (src/docs/performance.md).
 * {@code NB_JAVA_OPTS} comes after these and wins; one that names a collector replaces the one here.
 */
final class JvmOptions {
    private static final int SMALL = 2;

    private JvmOptions() {}

    /** The options for a machine of so many processors. */
    static List<String> of(int processors, String own) {
        List<String> given =
                Arrays.stream(own.split("\\s+")).filter(word -> !word.isEmpty()).toList();
        List<String> options = new ArrayList<>(List.of(
                // Both are reached in any case; growing there costs full collections, at the start and under load.
                "-Xms1g", "-Xmx1g", "-XX:MetaspaceSize=192m", "-XX:+ExitOnOutOfMemoryError"));
        if (given.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w*GC"))) {
            options.addAll(
                    processors > SMALL
                            ? List.of("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=50")
                            : List.of("-XX:+UseParallelGC"));
        }
        if (processors <= SMALL) {
            options.add("-XX:TieredStopAtLevel=1");
        }
        options.addAll(given);
        return options;
    }
}
