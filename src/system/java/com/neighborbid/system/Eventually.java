package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** For what the house promises to do soon, and tells nobody when it has. */
final class Eventually {
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private Eventually() {}

    /** Returns as soon as the condition holds; fails the test if it never does in this time. */
    static void holds(Duration within, BooleanSupplier condition, String otherwise) {
        holds(within, condition, () -> otherwise);
    }

    /** As the other, with words that are found when it fails. */
    static void holds(Duration within, BooleanSupplier condition, Supplier<String> otherwise) {
        long latest = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - latest > 0) {
                fail(otherwise.get());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
