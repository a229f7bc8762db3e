package com.neighborbid.faults;

/** Hears of everything that the workload sees succeed; times are {@link System#nanoTime} of when it was asked. */
interface Ears {
    /** A bid or proxy was answered, one way or the other. */
    void answered(Sale sale, BidCall call);

    /** Bids up to this seq are recorded. */
    void recorded(Sale sale, long seq);

    /** A member's money was moved. */
    void moneyMoved(long askedNanos);

    /** A page was read. */
    void pageRead(long askedNanos);
}
