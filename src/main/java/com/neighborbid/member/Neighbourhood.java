package com.neighborbid.member;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Duration;

/**
 * Where a member proved to be. Good for thirty days.
 *
 * @param lat degrees north, -90 to 90
 * @param lng degrees east, -180 to 180
 * @param provenAt milliseconds since the epoch
 * @param expiresAt milliseconds since the epoch: from then on it counts no more
 */
@JsonbNillable
public record Neighbourhood(double lat, double lng, String name, long provenAt, long expiresAt) {
    private static final long VALID_MS = Duration.ofDays(30).toMillis();

    static Neighbourhood provenAt(long now, double lat, double lng, String name) {
        return new Neighbourhood(lat, lng, name, now, now + VALID_MS);
    }
}
