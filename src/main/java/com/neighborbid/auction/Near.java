package com.neighborbid.auction;

import org.jspecify.annotations.Nullable;

/**
 * Where distances are measured from.
 *
 * @param lat degrees north, -90 to 90
 * @param lng degrees east, -180 to 180
 * @param radiusKm the furthest that is listed, null for everything
 */
record Near(double lat, double lng, @Nullable Double radiusKm) {
    private static final double EARTH_KM = 6371;

    /** Degrees that hold every place within the radius; the circle itself is smaller. */
    record Box(double south, double west, double north, double east) {}

    /** The box around the circle of a radius. Across the date line or a pole it is a whole belt. */
    Box box(double radiusKm) {
        double angle = radiusKm / EARTH_KM;
        double dLat = Math.toDegrees(angle);
        double south = Math.max(-90, lat - dLat);
        double north = Math.min(90, lat + dLat);
        if (south == -90 || north == 90) {
            return new Box(south, -180, north, 180);
        }
        double dLng = Math.toDegrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(Math.toRadians(lat)))));
        boolean acrossTheDateLine = lng - dLng < -180 || lng + dLng > 180;
        return new Box(south, acrossTheDateLine ? -180 : lng - dLng, north, acrossTheDateLine ? 180 : lng + dLng);
    }
}
