package com.neighborbid.launcher.demo;

import java.util.random.RandomGenerator;

/** Growing pauses between tries: each up to double the one before, up to a limit, and spread by chance. */
final class Backoff {
    private final long firstMs;
    private final long mostMs;
    private final RandomGenerator chance;
    private long nextMs;

    Backoff(long firstMs, long mostMs, RandomGenerator chance) {
        this.firstMs = firstMs;
        this.mostMs = mostMs;
        this.chance = chance;
        this.nextMs = firstMs;
    }

    /** How long to wait now, in milliseconds: between half the pause and the whole. */
    long pauseMs() {
        long pause = nextMs;
        nextMs = Math.min(mostMs, nextMs * 2);
        return pause / 2 + chance.nextLong(pause / 2 + 1);
    }

    /** A try succeeded. */
    void reset() {
        nextMs = firstMs;
    }
}
