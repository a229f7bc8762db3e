package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;

/** The one place that reads the clock. Whether a bid is in time is not decided by it but by Redis's own clock. */
@ApplicationScoped
public class Time {
    /** Milliseconds since the epoch. */
    public long now() {
        return System.currentTimeMillis();
    }

    /** Nanoseconds of a clock that only runs forward: for durations alone. */
    public long ticks() {
        return System.nanoTime();
    }
}
