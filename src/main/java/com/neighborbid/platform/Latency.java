package com.neighborbid.platform;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Counts durations in fixed buckets: some ten nanoseconds a call, from any thread, without a lock. */
public final class Latency {
    /** The buckets' upper bounds in microseconds, rising; one more bucket holds all that took longer. */
    private static final long[] BOUNDS = {
        250,
        500,
        1_000,
        2_000,
        3_000,
        5_000,
        7_500,
        10_000,
        15_000,
        20_000,
        30_000,
        50_000,
        75_000,
        100_000,
        150_000,
        200_000,
        300_000,
        500_000,
        750_000,
        1_000_000,
        1_500_000,
        2_000_000,
        3_000_000,
        5_000_000,
        10_000_000,
        30_000_000
    };

    private final LongAdder[] buckets = IntStream.rangeClosed(0, BOUNDS.length)
            .mapToObj(i -> new LongAdder())
            .toArray(LongAdder[]::new);
    private final LongAdder sum = new LongAdder();

    /** How many buckets there are, the open one among them. */
    public static int buckets() {
        return BOUNDS.length + 1;
    }

    /** A bucket's upper bound in microseconds; {@link Long#MAX_VALUE} for the open one. */
    public static long bound(int bucket) {
        return bucket < BOUNDS.length ? BOUNDS[bucket] : Long.MAX_VALUE;
    }

    /** Counts one duration; below zero counts as zero. */
    public void took(long micros) {
        int bucket = 0;
        while (bucket < BOUNDS.length && micros > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sum.add(Math.max(0, micros));
    }

    /** What was counted until now. */
    public LatencyCounts counts() {
        long[] counts = new long[buckets.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = buckets[i].sum();
        }
        return new LatencyCounts(counts, sum.sum());
    }
}
