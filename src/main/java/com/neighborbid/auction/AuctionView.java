package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An auction on its own page. Prices in the minor unit, times in milliseconds since the epoch. The reserve itself is
 * not in it.
 *
 * @param next the least that may be bid now
 * @param reserveMet null without a reserve
 * @param leader the leading paddle, null while there is no bid
 * @param bidCount equals {@code seq}
 * @param incrementTable the named table, null for a fixed increment
 * @param now the server's clock when this was made
 * @param mine whether the caller sells it
 * @param watched whether it is on the caller's watchlist
 */
public record AuctionView(
        String id,
        String title,
        String description,
        String category,
        @Nullable String condition,
        AuctionState state,
        @Nullable AuctionOutcome outcome,
        Currency currency,
        long startPrice,
        long price,
        long seq,
        long next,
        @Nullable Boolean reserveMet,
        @Nullable Integer leader,
        long bidCount,
        int watching,
        List<IncrementTable.Band> increments,
        @Nullable String incrementTable,
        long opensAt,
        long endsAt,
        long firstEndsAt,
        int softCloseSeconds,
        int softCloseCapSeconds,
        @Nullable Long closedAt,
        long createdAt,
        @Nullable Place location,
        @Nullable Double radiusKm,
        @Nullable String handover,
        SellerView seller,
        List<PhotoView> photos,
        long now,
        boolean mine,
        boolean watched) {}
