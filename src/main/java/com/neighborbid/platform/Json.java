package com.neighborbid.platform;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/**
 * The JSON text of an answer, the same as JAX-RS writes: a record's components by name, an absent one (null) left out
 * unless it is marked {@code @JsonbNillable}.
 */
public final class Json {
    private static final Jsonb JSONB = JsonbBuilder.create();

    private Json() {}

    /** The JSON text of a record, a list or a map. */
    public static String text(Object answer) {
        return JSONB.toJson(answer);
    }
}
