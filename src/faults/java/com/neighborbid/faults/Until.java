package com.neighborbid.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself and tells nobody. */
final class Until {
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private Until() {}

    /** @throws IllegalStateException with these words when it does not hold in time */
    static void holds(Duration within, BooleanSupplier condition, String otherwise) {
        if (!held(within, condition)) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** Whether it held in time; returns as soon as it does. */
    static boolean held(Duration within, BooleanSupplier condition) {
        long latest = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - latest > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    /** Lets this much time pass: how long a fault lasts. */
    static void passed(Duration time) {
        held(time, () -> false);
    }
}
