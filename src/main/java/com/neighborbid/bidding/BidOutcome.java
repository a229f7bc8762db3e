package com.neighborbid.bidding;

import org.jspecify.annotations.Nullable;

/** What was decided about a bid. */
public sealed interface BidOutcome {
    /**
     * It counts, and is on Redis's disk.
     *
     * @param seq the last bid that it made, or the one that stands where it made none
     * @param leading whether the bidder leads by it
     */
    record Accepted(long seq, boolean leading) implements BidOutcome {}

    /**
     * It does not count.
     *
     * @param next the least that may be bid now, as text since it may pass 2^53; null where nobody knows
     */
    record Rejected(BidRejection code, @Nullable String next) implements BidOutcome {}
}
