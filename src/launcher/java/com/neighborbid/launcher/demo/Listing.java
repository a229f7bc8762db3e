package com.neighborbid.launcher.demo;

import jakarta.json.JsonObject;

/**
 * A lot on offer, as the house last told. Times in milliseconds since the epoch.
 *
 * @param seller the selling member's id
 * @param endsAt as moved by soft closes
 * @param pictured whether it has a photo
 */
record Listing(Lot lot, String auction, String seller, long opensAt, long endsAt, boolean closed, boolean pictured) {

    /** Reads the answer to a look at an auction. */
    static Listing of(Lot lot, JsonObject auction) {
        long endsAt = auction.getJsonNumber("endsAt").longValue();
        return new Listing(
                lot,
                auction.getString("id"),
                auction.getJsonObject("seller").getString("id"),
                auction.containsKey("opensAt")
                        ? auction.getJsonNumber("opensAt").longValue()
                        : 0,
                endsAt,
                auction.getString("state").equals("CLOSED"),
                !auction.containsKey("photos")
                        || !auction.getJsonArray("photos").isEmpty());
    }

    boolean isOpen(long now) {
        return !closed && opensAt <= now && now < endsAt;
    }

    /** How much of its time has passed, 0 to 1. */
    double progress(long now) {
        return endsAt <= opensAt ? 1 : Math.min(1, Math.max(0, (double) (now - opensAt) / (endsAt - opensAt)));
    }

    Listing withPhoto() {
        return new Listing(lot, auction, seller, opensAt, endsAt, closed, true);
    }
}
