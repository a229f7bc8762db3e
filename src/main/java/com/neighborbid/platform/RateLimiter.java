package com.neighborbid.platform;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts events by name in fixed windows of this node's memory. Several nodes each count for themselves, so the house's
 * limit is the node's times the number of nodes. Memory is bounded by the names of one window.
 */
public final class RateLimiter {
    private final Time time;
    private final int most;
    private final long windowMs;
    private volatile Window window;

    /**
     * @param most events allowed for one name in a window
     * @param windowMs the window's length in milliseconds
     */
    public RateLimiter(Time time, int most, long windowMs) {
        this.time = time;
        this.most = most;
        this.windowMs = windowMs;
        this.window = new Window(0);
    }

    /** Counts an event; false when it is one too many. */
    public boolean allows(String name) {
        return current().counts.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet() <= most;
    }

    /** Whether the name has used up its window, without counting. */
    public boolean isExhausted(String name) {
        AtomicInteger count = current().counts.get(name);
        return count != null && count.get() >= most;
    }

    /** Forgets a name's events, after a success. */
    public void forget(String name) {
        current().counts.remove(name);
    }

    /** Seconds until the running window ends: what a refused caller should wait. At least 1. */
    public int secondsLeft() {
        return (int) ((windowMs - time.now() % windowMs) / 1000) + 1;
    }

    private Window current() {
        long number = time.now() / windowMs;
        Window now = window;
        if (now.number != number) {
            synchronized (this) {
                if (window.number != number) {
                    window = new Window(number);
                }
                now = window;
            }
        }
        return now;
    }

    private static final class Window {
        final long number;
        final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();

        Window(long number) {
            this.number = number;
        }
    }
}
