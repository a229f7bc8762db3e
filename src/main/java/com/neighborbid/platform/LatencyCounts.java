package com.neighborbid.platform;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many durations fell into each bucket of a {@link Latency}. Counts of several nodes add up; two of one node, taken
 * one after the other, leave what was between them.
 *
 * @param buckets not cumulative, as many as {@link Latency#buckets()}
 * @param sumMicros of all durations, in microseconds
 */
public record LatencyCounts(long[] buckets, long sumMicros) {
    /** Nothing counted. */
    public static LatencyCounts none() {
        return new LatencyCounts(new long[Latency.buckets()], 0);
    }

    public LatencyCounts plus(LatencyCounts other) {
        return new LatencyCounts(
                IntStream.range(0, buckets.length)
                        .mapToLong(i -> buckets[i] + other.buckets[i])
                        .toArray(),
                sumMicros + other.sumMicros);
    }

    /** What came after an earlier count; a node that began anew counts from zero. */
    public LatencyCounts since(LatencyCounts earlier) {
        if (earlier.total() > total()) {
            return this;
        }
        return new LatencyCounts(
                IntStream.range(0, buckets.length)
                        .mapToLong(i -> Math.max(0, buckets[i] - earlier.buckets[i]))
                        .toArray(),
                Math.max(0, sumMicros - earlier.sumMicros));
    }

    public long total() {
        return LongStream.of(buckets).sum();
    }

    /** How many took at most a bucket's bound. */
    public long upTo(int bucket) {
        return Arrays.stream(buckets, 0, bucket + 1).sum();
    }

    /**
     * The duration that this share stayed below, in microseconds: interpolated within its bucket, so no more exact than
     * that; 0 when nothing was counted.
     *
     * @param share above 0 up to 1
     */
    public long percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(total() * share));
        long below = 0;
        for (int i = 0; i < buckets.length; i++) {
            if (buckets[i] > 0 && below + buckets[i] >= rank) {
                long from = i == 0 ? 0 : Latency.bound(i - 1);
                long to = i == Latency.buckets() - 1 ? from : Latency.bound(i);
                return from + (to - from) * (rank - below) / buckets[i];
            }
            below += buckets[i];
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatencyCounts counts
                && Arrays.equals(buckets, counts.buckets)
                && sumMicros == counts.sumMicros;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(buckets) * 31 + Long.hashCode(sumMicros);
    }

    @Override
    public String toString() {
        return "LatencyCounts" + Arrays.toString(buckets) + " sum " + sumMicros + " us";
    }
}
