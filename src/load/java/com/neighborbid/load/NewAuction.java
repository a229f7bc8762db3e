package com.neighborbid.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * What a seller says of a lot. Money in minor units; {@code increment} 0 means the currency's table, {@code
 * reservePrice} 0 none; {@code endsAt} in milliseconds since the epoch.
 */
public record NewAuction(
        String title,
        String category,
        String currency,
        long startPrice,
        long increment,
        long reservePrice,
        long endsAt,
        int softCloseSeconds) {
    JsonObject json() {
        var json = Json.createObjectBuilder()
                .add("title", title)
                .add("description", title)
                .add("category", category)
                .add("currency", currency)
                .add("startPrice", startPrice)
                .add("endsAt", endsAt)
                .add("softCloseSeconds", softCloseSeconds);
        if (increment > 0) {
            json.add("increment", increment);
        }
        if (reservePrice > 0) {
            json.add("reservePrice", reservePrice);
        }
        return json.build();
    }
}
