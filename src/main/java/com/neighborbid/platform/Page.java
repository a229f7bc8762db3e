package com.neighborbid.platform;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the next page begins, or null on the last one
 */
public record Page<T>(
        List<T> items, @Nullable @JsonbNillable String next) {
    /** Items on a page where a call names no number. */
    public static final int DEFAULT_LIMIT = 20;
    /** The most that a call may ask for. */
    public static final int MOST = 1000;

    /** The asked limit, or the default; refused outside 1 to {@link #MOST}. */
    public static int limit(@Nullable String asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(asked);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw RejectedException.invalid("limit", "must be an integer from 1 to " + MOST);
        }
        throw RejectedException.invalid("limit", "must be an integer from 1 to " + MOST);
    }

    /** The id below which a list by falling id goes on: the cursor's, or the highest of all without one. */
    public static long belowId(@Nullable String cursor) {
        return cursor == null
                ? Long.MAX_VALUE
                : Ids.parse(cursor).orElseThrow(() -> RejectedException.invalid("cursor", "is none of this list's"));
    }
}
