package com.neighborbid;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what another thread of the house will have done soon. */
public final class Soon {
    private static final long MOST_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private Soon() {}

    /** The first answer that is as wanted. */
    public static <T> T see(Supplier<T> question, Predicate<T> wanted) {
        long latest = System.nanoTime() + MOST_NANOS;
        while (true) {
            T answer = question.get();
            if (wanted.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - latest > 0) {
                throw new AssertionError("Not what was wanted, and time is up: " + answer);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
