package com.neighborbid.auction;

import org.jspecify.annotations.Nullable;

/**
 * Who sells.
 *
 * @param id public text
 * @param rating what others think of the seller; left out of lists
 */
public record SellerView(
        String id, String displayName, @Nullable Double rating) {}
