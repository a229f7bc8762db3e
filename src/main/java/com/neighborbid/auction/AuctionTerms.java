package com.neighborbid.auction;

import com.neighborbid.member.Neighbourhood;
import com.neighborbid.platform.Currency;
import org.jspecify.annotations.Nullable;

/**
 * All that deciding, recording and settling an auction needs of it: what the seller set, and what is recorded of its
 * course. Prices in the minor unit, times in milliseconds since the epoch.
 *
 * @param reservePrice null without a reserve; it never leaves the house
 * @param increments the text of an {@link IncrementTable}
 * @param endsAt the end as moved by soft closes
 * @param firstEndsAt the end that the seller set; the cap counts from it
 * @param state as recorded; time alone does not change it
 * @param outcome null until it is closed
 * @param price the start price while {@code seq} is 0
 * @param seq the number of bids recorded
 * @param leader the leading paddle, null while there is no bid
 * @param location null where it is not known
 * @param radiusKm how near a bidder must live to {@code location}; null where anybody may bid
 */
public record AuctionTerms(
        long id,
        long seller,
        String title,
        Currency currency,
        long startPrice,
        @Nullable Long reservePrice,
        String increments,
        long opensAt,
        long endsAt,
        long firstEndsAt,
        int softCloseSeconds,
        int softCloseCapSeconds,
        AuctionState state,
        @Nullable AuctionOutcome outcome,
        long epoch,
        long price,
        long seq,
        @Nullable Integer leader,
        boolean reserveMet,
        @Nullable Place location,
        @Nullable Double radiusKm) {

    /**
     * Whether a member may bid by where it lives.
     *
     * @param neighbourhood where it is proven to be, or null
     */
    public boolean isOpenTo(@Nullable Neighbourhood neighbourhood) {
        if (radiusKm == null || location == null) {
            return true;
        }
        return neighbourhood != null && location.kmTo(neighbourhood.lat(), neighbourhood.lng()) <= radiusKm;
    }
}
