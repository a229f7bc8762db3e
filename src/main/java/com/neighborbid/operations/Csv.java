package com.neighborbid.operations;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of comma-separated values by RFC 4180. A text that a spreadsheet would take for a formula is led by an
 * apostrophe, since members choose their names and titles.
 */
final class Csv {
    private static final String FORMULA = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Csv() {}

    static String line(Collection<? extends @Nullable Object> values) {
        return values.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches()) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
