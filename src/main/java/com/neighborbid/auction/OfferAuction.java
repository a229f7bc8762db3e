package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The command to put up a lot, already checked: prices in the minor unit, times in milliseconds since the epoch.
 *
 * @param incrementTable the name of the table, null where the seller fixed an increment
 * @param reservePrice null where the seller has none
 * @param place null where it is not known
 * @param radiusKm how near a bidder must live to {@code place}; null where anybody may bid
 */
record OfferAuction(
        long seller,
        String title,
        String description,
        String category,
        @Nullable String condition,
        Currency currency,
        long startPrice,
        @Nullable Long reservePrice,
        IncrementTable increments,
        @Nullable String incrementTable,
        long opensAt,
        long endsAt,
        int softCloseSeconds,
        int softCloseCapSeconds,
        @Nullable Place place,
        @Nullable Double radiusKm,
        @Nullable String handover) {}
