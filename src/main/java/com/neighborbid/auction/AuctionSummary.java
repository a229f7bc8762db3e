package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An auction in a list. Prices in the minor unit, times in milliseconds since the epoch.
 *
 * @param bidCount equals {@code seq}
 * @param thumbnailUrl of the first photo, null without one
 * @param distanceKm from where the caller asked, null where that or the lot's place is not known
 */
public record AuctionSummary(
        String id,
        String title,
        AuctionState state,
        @Nullable AuctionOutcome outcome,
        String category,
        Currency currency,
        long price,
        long seq,
        long bidCount,
        long opensAt,
        long endsAt,
        @Nullable String thumbnailUrl,
        @Nullable Place location,
        @Nullable Double distanceKm,
        SellerView seller) {}
