package com.neighborbid.launcher;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** How often something may be started again: at most so many times within any stretch of that length. */
final class RestartBudget {
    private final int most;
    private final Duration within;
    private final LongSupplier nanoTime;
    private final Deque<Long> taken = new ArrayDeque<>();

    RestartBudget(int most, Duration within, LongSupplier nanoTime) {
        this.most = most;
        this.within = within;
        this.nanoTime = nanoTime;
    }

    /** Takes one restart; false when there is none left now. */
    boolean take() {
        long now = nanoTime.getAsLong();
        while (!taken.isEmpty() && now - taken.getFirst() > within.toNanos()) {
            taken.removeFirst();
        }
        if (taken.size() >= most) {
            return false;
        }
        taken.addLast(now);
        return true;
    }

    @Override
    public String toString() {
        return most + " times within " + within.toMinutes() + " minutes";
    }
}
