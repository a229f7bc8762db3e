package com.neighborbid.load;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/**
 * A pull reader over one JSON object's bytes that makes no garbage: {@code while (nextField())}, ask for the key, take
 * the value or leave it. It trusts the server to send well-formed JSON; what is cut short throws
 * {@link IndexOutOfBoundsException} or {@link IllegalStateException}.
 */
final class JsonScan {
    private byte[] bytes = new byte[0];
    private int at;
    private int keyFrom;
    private int keyTo;
    private boolean valueAhead;

    /** Starts over with this object. */
    JsonScan over(byte[] json, int from) {
        bytes = json;
        at = from;
        valueAhead = false;
        return this;
    }

    /** Moves to the next field of the present object; false after its last, and then behind its brace. */
    boolean nextField() {
        if (valueAhead) {
            skipValue();
        }
        skip('{', ',');
        if (bytes[at] == '}') {
            at++;
            return false;
        }
        keyFrom = at + 1;
        skipString();
        keyTo = at - 1;
        skip(':', ':');
        valueAhead = true;
        return true;
    }

    /** Moves to the next object of the array that the present value is; false behind its end. */
    boolean nextObject() {
        valueAhead = false;
        skip('[', ',');
        if (bytes[at] == ']') {
            at++;
            return false;
        }
        return true;
    }

    /** Whether the present field has this name. */
    boolean keyIs(String key) {
        return same(keyFrom, keyTo, key);
    }

    /** The present value, a string. */
    String text() {
        int from = at;
        valueAhead = false;
        skipString();
        for (int i = from; i < at; i++) {
            if (bytes[i] == '\\') {
                return unescaped(from);
            }
        }
        return new String(bytes, from + 1, at - from - 2, StandardCharsets.UTF_8);
    }

    /** Whether the present value, a string without escapes, is this one. */
    boolean textIs(String expected) {
        int from = at;
        valueAhead = false;
        skipString();
        return same(from + 1, at - 1, expected);
    }

    /** The present value, a whole number; 0 for null. */
    long number() {
        valueAhead = false;
        boolean negative = bytes[at] == '-';
        if (negative) {
            at++;
        }
        long value = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            value = 10 * value + bytes[at++] - '0';
        }
        skipBare();
        return negative ? -value : value;
    }

    /** The present value, true or false. */
    boolean flag() {
        boolean value = bytes[at] == 't';
        valueAhead = false;
        skipBare();
        return value;
    }

    private String unescaped(int from) {
        String array = "[" + new String(bytes, from, at - from, StandardCharsets.UTF_8) + "]";
        try (var reader = Json.createReader(new StringReader(array))) {
            return ((JsonString) reader.readArray().get(0)).getString();
        }
    }

    private boolean same(int from, int to, String expected) {
        if (to - from != expected.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != expected.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private void skipValue() {
        valueAhead = false;
        byte first = bytes[at];
        if (first == '"') {
            skipString();
        } else if (first == '{' || first == '[') {
            skipNested();
        } else {
            skipBare();
        }
    }

    private void skipNested() {
        int depth = 0;
        do {
            byte b = bytes[at];
            if (b == '"') {
                skipString();
                continue;
            }
            depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
            at++;
        } while (depth > 0);
    }

    private void skipString() {
        if (bytes[at] != '"') {
            throw new IllegalStateException("not a string at byte " + at);
        }
        at++;
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipBare() {
        while (bytes[at] != ',' && bytes[at] != '}' && bytes[at] != ']' && bytes[at] > ' ') {
            at++;
        }
    }

    private void skip(char one, char other) {
        while (bytes[at] <= ' ' || bytes[at] == one || bytes[at] == other) {
            at++;
        }
    }
}
