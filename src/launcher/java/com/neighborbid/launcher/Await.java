package com.neighborbid.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a child to come up. */
final class Await {
    private static final long POLL_MS = 50;

    private Await() {}

    /** @throws LaunchFailure when the child ends before, or it takes longer than {@code most} */
    static void until(Child child, Duration most, BooleanSupplier up) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!up.getAsBoolean()) {
            if (!child.alive()) {
                throw child.failure(
                        "ended at once (exit code " + child.process().exitValue() + ")");
            }
            if (System.nanoTime() > deadline) {
                child.stop(Duration.ofSeconds(5));
                throw child.failure("did not come up within " + most.toSeconds() + " s");
            }
            Thread.sleep(POLL_MS);
        }
    }
}
