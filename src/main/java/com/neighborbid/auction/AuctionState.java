package com.neighborbid.auction;

/** Where an auction is in its life. Bids are taken in {@link #OPEN} alone; paddles are issued until it is closed. */
public enum AuctionState {
    SCHEDULED,
    OPEN,
    PAUSED,
    CLOSED
}
