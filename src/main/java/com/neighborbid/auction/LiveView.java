package com.neighborbid.auction;

import org.jspecify.annotations.Nullable;

/**
 * What an auction's own page shows of its live state.
 *
 * @param outcome null until it is closed
 * @param price in the minor unit; the start price while {@code seq} is 0
 * @param next the least that may be bid now
 * @param endsAt milliseconds since the epoch
 * @param leader the leading paddle, null while there is no bid
 * @param reserveMet null where there is no reserve
 * @param watching who is in the room
 */
public record LiveView(
        AuctionState state,
        @Nullable AuctionOutcome outcome,
        long price,
        long seq,
        long next,
        long endsAt,
        @Nullable Integer leader,
        @Nullable Boolean reserveMet,
        int watching) {}
