package com.neighborbid.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a run found: violations of what must hold, and how long each recovery took. */
final class Verdict {
    private static final int SHOWN_MOST = 50;
    private static final Pattern NUMBER = Pattern.compile("(\\d+) ");

    private final List<String> violations = new ArrayList<>();
    private final Map<String, List<Long>> recoveries = new TreeMap<>();

    synchronized void violated(String what) {
        violations.add(what);
    }

    synchronized void violated(List<String> all) {
        violations.addAll(all);
    }

    /** @param slackMillis by how much it may be longer than the fault's bound */
    synchronized void recovered(Fault fault, long millis, long slackMillis) {
        recoveries.computeIfAbsent(fault.name(), name -> new ArrayList<>()).add(millis);
        long most = fault.boundMillis() + slackMillis;
        if (millis > most) {
            violated(fault.name() + ": recovered after " + millis + " ms, allowed are " + most);
        }
    }

    synchronized void add(Verdict other) {
        violations.addAll(other.violations());
        other.recoveries.forEach((name, all) ->
                recoveries.computeIfAbsent(name, key -> new ArrayList<>()).addAll(all));
    }

    /** Whether nothing was tried yet. */
    synchronized boolean isEmpty() {
        return recoveries.isEmpty() && violations.isEmpty();
    }

    /** Numbers of the invariants that did not hold; what is none of them in its own words. */
    synchronized Set<String> broken() {
        return violations.stream()
                .map(violation -> {
                    Matcher number = NUMBER.matcher(violation);
                    return number.lookingAt() ? number.group(1) : violation;
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Empty when all held. */
    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** A table of the recoveries, and the violations, in Markdown. */
    @Override
    public synchronized String toString() {
        StringBuilder text =
                new StringBuilder("| fault | times | recovery, median ms | maximum ms |\n| --- | --- | --- | --- |\n");
        recoveries.forEach((name, all) -> {
            List<Long> sorted = all.stream().sorted().toList();
            text.append("| %s | %d | %d | %d |%n"
                    .formatted(name, all.size(), sorted.get((sorted.size() - 1) / 2), sorted.get(sorted.size() - 1)));
        });
        text.append(violations.isEmpty() ? "\nAll held.\n" : "\nViolated:\n");
        violations.stream()
                .limit(SHOWN_MOST)
                .forEach(what -> text.append("- ").append(what).append('\n'));
        if (violations.size() > SHOWN_MOST) {
            text.append("- and ").append(violations.size() - SHOWN_MOST).append(" more\n");
        }
        return text.toString();
    }
}
