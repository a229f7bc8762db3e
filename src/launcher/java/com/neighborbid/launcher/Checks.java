package com.neighborbid.launcher;

import java.util.List;
import java.util.Map;

/** Settings that the launcher itself reads, checked before anything is started. */
final class Checks {
    private Checks() {}

    static void oneOf(Map<String, String> settings, String name, String... allowed) {
        String value = settings.getOrDefault(name, allowed[0]);
        if (!List.of(allowed).contains(value)) {
            throw new LaunchFailure(name + " is \"" + value + "\"; it can be " + String.join(", ", allowed));
        }
    }

    static int port(Map<String, String> settings, String name, int otherwise) {
        String value = settings.getOrDefault(name, Integer.toString(otherwise));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new LaunchFailure(name + " is \"" + value + "\"; it must be a port, 1 to 65535 (0: any free one)");
        }
        return Integer.parseInt(value);
    }
}
