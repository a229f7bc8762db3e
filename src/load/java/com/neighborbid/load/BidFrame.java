package com.neighborbid.load;

import java.util.Arrays;

/**
 * The bids of one {@code bid} or {@code bids} frame, in parallel arrays: minor units, milliseconds since the epoch.
 * {@code raw} is the frame itself, by which the same frame is known again on another socket.
 */
public record BidFrame(
        byte[] raw, long[] seqs, long[] amounts, int[] paddles, long[] ats, boolean[] proxies, long next) {
    /** How many bids the frame has. */
    public int size() {
        return seqs.length;
    }

    /** Whether the bids follow directly after this seq, rising by one and in amount. */
    public boolean continues(long seq) {
        for (int i = 0; i < seqs.length; i++) {
            if (seqs[i] != seq + 1 + i || i > 0 && amounts[i] <= amounts[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** The seq of the last bid. */
    public long lastSeq() {
        return seqs[seqs.length - 1];
    }

    /** The bid at this index, from 0. */
    public RecordedBid bid(int index) {
        return new RecordedBid(seqs[index], amounts[index], paddles[index], ats[index], proxies[index]);
    }

    boolean is(byte[] bytes, int from, int length) {
        return Arrays.equals(raw, 0, raw.length, bytes, from, from + length);
    }
}
