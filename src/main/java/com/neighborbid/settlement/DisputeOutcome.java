package com.neighborbid.settlement;

/** For whom the house decided a dispute. */
public enum DisputeOutcome {
    /** The seller has the price, less the fee. */
    SELLER,
    /** The buyer has the price back. */
    BUYER,
    /** Each has a part of it. */
    SPLIT
}
