package com.neighborbid.bidding;

/** Reads the fields of a text from left to right; the last one is the rest, whatever it holds. */
final class FieldReader {
    private final String text;
    private final char separator;
    private int position;

    FieldReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /**
     * The text up to the next separator.
     *
     * @throws IllegalArgumentException when there is none
     */
    String next() {
        int end = text.indexOf(separator, position);
        if (end < 0) {
            throw new IllegalArgumentException("too few fields: " + text);
        }
        String field = text.substring(position, end);
        position = end + 1;
        return field;
    }

    /** The next field as a decimal integer. */
    long number() {
        return Long.parseLong(next());
    }

    /** The next field, 1 or 0. */
    boolean flag() {
        return next().equals("1");
    }

    /** All that is left. */
    String rest() {
        return text.substring(position);
    }
}
