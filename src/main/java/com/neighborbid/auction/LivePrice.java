package com.neighborbid.auction;

import org.jspecify.annotations.Nullable;

/**
 * What a list shows of an auction's live state.
 *
 * @param outcome null until it is closed
 * @param price in the minor unit; the start price while {@code seq} is 0
 * @param endsAt milliseconds since the epoch
 */
public record LivePrice(AuctionState state, @Nullable AuctionOutcome outcome, long price, long seq, long endsAt) {}
