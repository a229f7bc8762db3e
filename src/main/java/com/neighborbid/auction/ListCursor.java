package com.neighborbid.auction;

import com.neighborbid.platform.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Where a page of a list ended: the keys of its last row. Its text is opaque to clients.
 *
 * @param keys as many as the order has
 */
record ListCursor(List<Object> keys) {
    /** The text of a cursor: the order's name and the keys. */
    String text(ListSort sort) {
        StringBuilder text = new StringBuilder(sort.name().toLowerCase(Locale.ROOT));
        keys.forEach(key -> text.append('|').append(key));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws RejectedException {@code INVALID} for a text that no list of this order gave out */
    static ListCursor parse(String text, ListSort sort) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == sort.keys().size() + 1
                    && parts[0].equals(sort.name().toLowerCase(Locale.ROOT))) {
                List<Object> keys = new ArrayList<>();
                for (int i = 0; i < sort.keys().size(); i++) {
                    keys.add(sort.keys().get(i).parse(parts[i + 1]));
                }
                return new ListCursor(keys);
            }
        } catch (IllegalArgumentException notOurs) {
            throw wrong();
        }
        throw wrong();
    }

    private static RejectedException wrong() {
        return RejectedException.invalid("cursor", "must be the next of a page of the same list");
    }
}
