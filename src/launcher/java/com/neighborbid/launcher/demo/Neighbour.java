package com.neighborbid.launcher.demo;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * Somebody who lives in the demo.
 *
 * @param key the part of the e-mail address before the at sign
 * @param lat degrees north
 * @param lng degrees east
 * @param bot whether the demo bids and talks for it; the others are for whoever tries the house
 */
record Neighbour(String key, String displayName, String locale, String dong, double lat, double lng, boolean bot) {
    /** The password of all of them: a demo's, published, and good for nothing else. */
    static final String PASSWORD = "neighbour-demo-1";

    /** All, those for visitors first. */
    static List<Neighbour> all() {
        return JsonText.resource("neighbours.json").getValuesAs(JsonObject.class).stream()
                .map(Neighbour::of)
                .toList();
    }

    /** In a domain that can never be anybody's (RFC 2606). */
    String email() {
        return key + "@neighborbid.example";
    }

    private static Neighbour of(JsonObject json) {
        return new Neighbour(
                json.getString("key"),
                json.getString("name"),
                json.getString("locale"),
                json.getString("dong"),
                json.getJsonNumber("lat").doubleValue(),
                json.getJsonNumber("lng").doubleValue(),
                json.getBoolean("bot"));
    }
}
