package com.neighborbid.auction;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.RejectedException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of the list of auctions; null where it does not ask.
 *
 * @param text words that must all be in title or description
 * @param watchedBy the member whose watchlist it is
 */
record ListQuery(
        @Nullable AuctionState state,
        @Nullable SearchText text,
        @Nullable String category,
        @Nullable Long seller,
        @Nullable Long watchedBy,
        @Nullable Near near,
        ListSort sort,
        @Nullable ListCursor after,
        int limit) {
    private static final int LONGEST_TEXT = 200;
    private static final double FURTHEST_KM = 20_040;

    /**
     * Reads the parameters of a call; an empty one is as good as none.
     *
     * @param caller the member who asks, for {@code watched=true}
     * @throws RejectedException {@code INVALID} for the first bad one
     */
    static ListQuery of(MultivaluedMap<String, String> parameters, OptionalLong caller) {
        Near near = near(parameters);
        ListSort sort = choice(parameters, "sort", ListSort.values()).orElse(ListSort.ENDING);
        if (sort == ListSort.DISTANCE && near == null) {
            throw RejectedException.invalid("near", "is needed to sort by distance");
        }
        return new ListQuery(
                choice(parameters, "state", AuctionState.values()).orElse(null),
                text(parameters),
                value(parameters, "category").orElse(null),
                value(parameters, "seller").map(ListQuery::sellerId).orElse(null),
                watchedBy(parameters, caller),
                near,
                sort,
                value(parameters, "cursor")
                        .map(cursor -> ListCursor.parse(cursor, sort))
                        .orElse(null),
                Page.limit(value(parameters, "limit").orElse(null)));
    }

    private static Optional<String> value(MultivaluedMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        if (value != null && value.indexOf('\u0000') >= 0) {
            throw RejectedException.invalid(name, "must not contain a NUL");
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** States are written as they are, orders in lower case. */
    private static <E extends Enum<E>> Optional<E> choice(
            MultivaluedMap<String, String> parameters, String name, E[] choices) {
        Optional<String> asked = value(parameters, name);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        for (E choice : choices) {
            if (choice.name().equals(asked.get().toUpperCase(Locale.ROOT))) {
                return Optional.of(choice);
            }
        }
        throw RejectedException.invalid(name, "is not one of the choices");
    }

    private static @Nullable SearchText text(MultivaluedMap<String, String> parameters) {
        String asked = value(parameters, "q").orElse("");
        if (asked.length() > LONGEST_TEXT) {
            throw RejectedException.invalid("q", "must have at most " + LONGEST_TEXT + " characters");
        }
        SearchText text = SearchText.of(asked);
        return text.words().isEmpty() ? null : text;
    }

    private static long sellerId(String text) {
        return Ids.parse(text).orElseThrow(() -> RejectedException.invalid("seller", "must be a member's id"));
    }

    private static @Nullable Long watchedBy(MultivaluedMap<String, String> parameters, OptionalLong caller) {
        return switch (value(parameters, "watched").orElse("false")) {
            case "false" -> null;
            case "true" -> caller.orElseThrow(() -> new RejectedException(CommonRejection.UNAUTHENTICATED));
            default -> throw RejectedException.invalid("watched", "must be true or false");
        };
    }

    private static @Nullable Near near(MultivaluedMap<String, String> parameters) {
        Optional<String> near = value(parameters, "near");
        Optional<String> radius = value(parameters, "radiusKm");
        if (near.isEmpty()) {
            if (radius.isPresent()) {
                throw RejectedException.invalid("near", "is needed beside radiusKm");
            }
            return null;
        }
        String[] parts = near.get().split(",", -1);
        if (parts.length != 2) {
            throw RejectedException.invalid("near", "must be lat,lng");
        }
        return new Near(
                number("near", parts[0], -90, 90),
                number("near", parts[1], -180, 180),
                radius.isEmpty() ? null : number("radiusKm", radius.get(), 0.001, FURTHEST_KM));
    }

    private static double number(String name, String text, double least, double most) {
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw RejectedException.invalid(name, "must have numbers");
        }
        throw RejectedException.invalid(name, "must be from " + least + " to " + most);
    }
}
