package com.neighborbid.live;

import com.neighborbid.bidding.PlaceBid;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bid or a proxy bid as nearly every client writes it: a flat object of {@code type}, {@code ref} and one
 * number, each once, printable ASCII without escapes, the number in plain digits. It is the frame that comes most, and
 * this takes a tenth of what a JSON parser does; whatever looks any different is left to that.
 */
final class PlainBid {
    private static final int MOST_DIGITS = 15;

    private final String text;
    private int at;

    private PlainBid(String text) {
        this.text = text;
    }

    /** The bid, or null when the text is not as plain as that. */
    static ClientFrame.@Nullable Bid read(String text) {
        return new PlainBid(text).object();
    }

    private ClientFrame.@Nullable Bid object() {
        String type = null;
        String ref = null;
        String numberName = null;
        long number = -1;
        char next = take('{') ? ',' : 0;
        while (next == ',') {
            String name = string();
            if (name == null || !take(':')) {
                return null;
            }
            if (name.equals("type") && type == null) {
                type = string();
            } else if (name.equals("ref") && ref == null) {
                ref = string();
            } else if (numberName == null) {
                numberName = name;
                number = digits();
            } else {
                return null;
            }
            next = separator();
        }
        if (next != '}' || at != text.length() || type == null || ref == null || number < 0) {
            return null;
        }
        boolean maximum = "max".equals(numberName);
        boolean fits = type.equals(maximum ? "proxy" : "bid") && (maximum || "amount".equals(numberName));
        boolean named = !ref.isEmpty() && ref.length() <= PlaceBid.LONGEST_REF;
        return fits && named ? new ClientFrame.Bid(ref, maximum, number) : null;
    }

    /** The comma or brace that comes next, or 0. */
    private char separator() {
        skip();
        return at < text.length() ? text.charAt(at++) : 0;
    }

    private boolean take(char wanted) {
        return separator() == wanted;
    }

    private @Nullable String string() {
        if (!take('"')) {
            return null;
        }
        int from = at;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return text.substring(from, at - 1);
            }
            if (c < ' ' || c > '~' || c == '\\') {
                return null;
            }
        }
        return null;
    }

    /** A number of plain digits, or -1. */
    private long digits() {
        skip();
        int from = at;
        long value = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            value = value * 10 + text.charAt(at++) - '0';
            if (at - from > MOST_DIGITS) {
                return -1;
            }
        }
        boolean plain = at > from && (at - from == 1 || text.charAt(from) != '0');
        return plain ? value : -1;
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
