package com.neighborbid.auction;

/** Where an auction is in its life. Bids are taken in {@link #OPEN} alone; paddles are issued until it is closed. */
public enum AuctionState {
    SCHEDULED,
    OPEN,
    PAUSED,
    CLOSED;

    /**
     * The state to show: a scheduled auction is open from its time on, whenever that is written down.
     *
     * @param now milliseconds since the epoch
     * @param opensAt milliseconds since the epoch
     */
    AuctionState at(long now, long opensAt) {
        return this == SCHEDULED && opensAt <= now ? OPEN : this;
    }
}
