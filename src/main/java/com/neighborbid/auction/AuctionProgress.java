package com.neighborbid.auction;

import org.jspecify.annotations.Nullable;

/**
 * How far an auction has come, as a batch of its recorded events leaves it.
 *
 * @param state any but {@code CLOSED}, which is {@link Auctions#close}'s
 * @param price in the minor unit; the start price while {@code seq} is 0
 * @param leader the leading paddle, null while {@code seq} is 0
 * @param endsAt milliseconds since the epoch
 * @param reserveMet whether a maximum has reached the reserve; false without one
 */
public record AuctionProgress(
        long id,
        AuctionState state,
        long price,
        long seq,
        @Nullable Integer leader,
        long endsAt,
        boolean reserveMet) {
    public AuctionProgress {
        if (state == AuctionState.CLOSED) {
            throw new IllegalArgumentException("an auction is closed with an outcome, by Auctions.close");
        }
    }
}
