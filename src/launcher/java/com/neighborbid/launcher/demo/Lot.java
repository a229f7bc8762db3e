package com.neighborbid.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * A thing that a neighbour sells, over and over. Prices in the minor unit.
 *
 * @param key its name in the demo's state
 * @param seller a {@link Neighbour#key()}
 * @param motif what its picture shows: a name of {@link Motifs}
 * @param hue the picture's main colour, 0 (red) to 1 (red again)
 * @param worth about what neighbours would pay for it
 * @param reservePrice 0 without one
 * @param radiusKm how near to the seller a bidder must live; 0 for anywhere
 */
record Lot(
        String key,
        String seller,
        Timing timing,
        String category,
        String motif,
        float hue,
        String currency,
        long startPrice,
        long worth,
        long reservePrice,
        double radiusKm,
        String title,
        String description,
        String condition,
        String handover) {

    /** All, in the order in which they are put up. */
    static List<Lot> all() {
        return JsonText.resource("lots.json").getValuesAs(JsonObject.class).stream()
                .map(Lot::of)
                .toList();
    }

    /** The offer as the contract has it, its times drawn by chance. */
    JsonObject offer(long now, RandomGenerator chance) {
        long opensAt = now + timing.untilOpen(chance);
        JsonObjectBuilder offer = Json.createObjectBuilder()
                .add("title", title)
                .add("description", description)
                .add("category", category)
                .add("condition", condition)
                .add("currency", currency)
                .add("startPrice", startPrice)
                .add("endsAt", opensAt + timing.lasts(chance))
                .add("softCloseSeconds", timing.softCloseSeconds())
                .add("softCloseCapSeconds", timing.softCloseCapSeconds())
                .add("handover", handover);
        if (opensAt > now) {
            offer.add("opensAt", opensAt);
        }
        if (reservePrice > 0) {
            offer.add("reservePrice", reservePrice);
        }
        if (radiusKm > 0) {
            offer.add("radiusKm", radiusKm);
        }
        return offer.build();
    }

    private static Lot of(JsonObject json) {
        return new Lot(
                json.getString("key"),
                json.getString("seller"),
                Timing.valueOf(json.getString("timing")),
                json.getString("category"),
                json.getString("motif"),
                hue(json),
                json.getString("currency", "KRW"),
                json.getJsonNumber("start").longValue(),
                json.getJsonNumber("worth").longValue(),
                json.getInt("reserve", 0),
                json.getInt("radiusKm", 0),
                json.getString("title"),
                json.getString("description"),
                json.getString("condition"),
                json.getString("handover"));
    }

    /** The one that suits the thing, or one that comes from its key. */
    private static float hue(JsonObject json) {
        return json.containsKey("hue")
                ? (float) json.getJsonNumber("hue").doubleValue()
                : new Random(json.getString("key").hashCode()).nextFloat();
    }
}
