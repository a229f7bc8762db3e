package com.neighborbid.auction;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The orders of a list. Each ends with the id, so that no two rows tie, and is read by keyset. */
enum ListSort {
    /** Those that end soonest first; closed ones after all others. */
    ENDING(true, Key.OVER, Key.ENDS_AT, Key.ID),
    /** The newest first. */
    NEWEST(false, Key.ID),
    /** The cheapest first, by what was recorded some seconds ago. */
    PRICE(true, Key.LISTED_PRICE, Key.ID),
    /** The nearest first; lots without a place are left out. */
    DISTANCE(true, Key.KM, Key.ID);

    private final boolean rising;
    private final List<Key> keys;

    ListSort(boolean rising, Key... keys) {
        this.rising = rising;
        this.keys = List.of(keys);
    }

    /** A column that a list is ordered by, with the way to read its value from a cursor's text. */
    enum Key {
        OVER("over", ListRow::over) {
            @Override
            Object parse(String text) {
                return switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                };
            }
        },
        ENDS_AT("ends_at", row -> row.recorded().endsAt()),
        LISTED_PRICE("listed_price", ListRow::listedPrice),
        /** Of lists by distance, which leave out what has none. */
        KM("km", row -> Objects.requireNonNull(row.km())) {
            @Override
            Object parse(String text) {
                return Double.valueOf(text);
            }
        },
        ID("id", ListRow::id);

        private final String column;
        private final Function<ListRow, Object> value;

        Key(String column, Function<ListRow, Object> value) {
            this.column = column;
            this.value = value;
        }

        /** Its value in a row. */
        Object of(ListRow row) {
            return value.apply(row);
        }

        /** @throws IllegalArgumentException when it is no value of the column */
        Object parse(String text) {
            return Long.valueOf(text);
        }
    }

    List<Key> keys() {
        return keys;
    }

    /** What stands after {@code ORDER BY}. */
    String orderBy() {
        return keys.stream()
                .map(key -> "a." + key.column + (rising ? "" : " DESC"))
                .collect(Collectors.joining(", "));
    }

    /**
     * The condition that holds after a row whose keys are the parameters {@code after0}, {@code after1} and on.
     *
     * @param state whether the list is of one state, so that all its rows are over, or none: PostgreSQL then finds the
     *     place in an index only by what comes after
     */
    String after(boolean state) {
        StringBuilder columns = new StringBuilder();
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            if (!state || keys.get(i) != Key.OVER) {
                columns.append(columns.isEmpty() ? "" : ", ").append("a.").append(keys.get(i).column);
                parameters
                        .append(parameters.isEmpty() ? "" : ", ")
                        .append(":after")
                        .append(i);
            }
        }
        return "(" + columns + ")" + (rising ? " > " : " < ") + "(" + parameters + ")";
    }
}
