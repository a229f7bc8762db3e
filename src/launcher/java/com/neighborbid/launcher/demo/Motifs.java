package com.neighborbid.launcher.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** All that the demo can draw, by name. */
final class Motifs {
    private static final Map<String, Motif> ALL = new HashMap<>();

    static {
        ALL.putAll(HomeMotifs.ALL);
        ALL.putAll(LeisureMotifs.ALL);
        ALL.putAll(StyleMotifs.ALL);
    }

    /** A thing to draw on a field of 100 by 100, its feet at 90. */
    @FunctionalInterface
    interface Motif {
        void draw(Brush brush);
    }

    private Motifs() {}

    static Set<String> names() {
        return Set.copyOf(ALL.keySet());
    }

    /** @throws IllegalArgumentException for a name that there is not */
    static Motif named(String name) {
        Motif motif = ALL.get(name);
        if (motif == null) {
            throw new IllegalArgumentException("no motif " + name);
        }
        return motif;
    }
}
