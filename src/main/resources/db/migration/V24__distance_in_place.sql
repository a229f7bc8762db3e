-- Without STRICT the planner puts the formula where the call stands, and the call cost more than the formula. CASE says what STRICT did.
CREATE OR REPLACE FUNCTION distance_km(lat1 double precision, lng1 double precision, lat2 double precision,
                                       lng2 double precision)
    RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN lat1 IS NOT NULL AND lng1 IS NOT NULL AND lat2 IS NOT NULL AND lng2 IS NOT NULL
                THEN 12742 * asin(least(1, sqrt(sin(radians(lat2 - lat1) / 2) ^ 2
                                      + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lng2 - lng1) / 2) ^ 2)))
           END;
