package com.neighborbid.auction;

/**
 * A place on the map.
 *
 * @param lat degrees north, -90 to 90
 * @param lng degrees east, -180 to 180
 * @param name what people call it; may be empty
 */
public record Place(double lat, double lng, String name) {
    private static final double EARTH_RADIUS_KM = 6371.0088;

    /** The distance over the ground to another place, in kilometres, by the haversine formula. */
    double kmTo(double otherLat, double otherLng) {
        double byLat = Math.sin(Math.toRadians(otherLat - lat) / 2);
        double byLng = Math.sin(Math.toRadians(otherLng - lng) / 2);
        double a = byLat * byLat + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * byLng * byLng;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
