package com.neighborbid.auction;

/** How a closed auction ended. Only {@link #SOLD} makes an order. */
public enum AuctionOutcome {
    SOLD,
    RESERVE_NOT_MET,
    NO_BIDS,
    WITHDRAWN
}
