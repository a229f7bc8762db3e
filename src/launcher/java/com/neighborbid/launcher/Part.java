package com.neighborbid.launcher;

import java.util.Locale;

/** A process that the launcher runs, in the order in which they are stopped: whoever uses others goes first. */
public enum Part {
    LAUNCHER,
    PAYARA,
    BROKER,
    REDIS,
    POSTGRES;

    /** The name in messages and of the files that belong to it, such as {@code postgres.pid}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
