package com.neighborbid.auction;

/**
 * A place on the map.
 *
 * @param lat degrees north, -90 to 90
 * @param lng degrees east, -180 to 180
 * @param name what people call it; may be empty
 */
public record Place(double lat, double lng, String name) {}
