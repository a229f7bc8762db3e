package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;

/** The one place that reads the clock. Whether a bid is in time is not decided by it but by Redis's own clock. */
@ApplicationScoped
public class Time {
    private static final long START = System.nanoTime();
    private static final long LONG_AGO_MILLIS = 1_000_000_000_000L;

    /** Milliseconds since the epoch. */
    public long now() {
        return System.currentTimeMillis();
    }

    /**
     * Milliseconds of a clock that only runs forward, since some moment that is longer ago than any pause: for loops that wait,
     * and would wait for an hour when somebody sets the wall clock back by one.
     */
    public long steady() {
        return LONG_AGO_MILLIS + (System.nanoTime() - START) / 1_000_000;
    }

    /** Nanoseconds of a clock that only runs forward: for durations alone. */
    public long ticks() {
        return System.nanoTime();
    }
}
