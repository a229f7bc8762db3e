package com.neighborbid.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A statement that reads.
 *
 * @param sql with a question mark for each value
 * @param values texts, numbers, booleans, or arrays of texts or of {@code Double}
 */
public record Select(String sql, List<Object> values) {
    /** The same from values in place. */
    public static Select of(String sql, Object... values) {
        return new Select(sql, List.of(values));
    }

    /** The same from a text with named parameters, as {@code :name}; one may stand there more than once. */
    public static Select named(String text, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder(text.length());
        List<Object> values = new ArrayList<>();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            quoted ^= c == '\'';
            if (c != ':' || quoted) {
                sql.append(c);
                continue;
            }
            int end = at + 1;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))
                    || end < text.length() && text.charAt(end) == '_') {
                end++;
            }
            String name = text.substring(at + 1, end);
            Object value = parameters.get(name);
            if (value == null) {
                throw new IllegalArgumentException("No value for :" + name + " in " + text);
            }
            sql.append('?');
            values.add(value);
            at = end - 1;
        }
        return new Select(sql.toString(), values);
    }

    /** What becomes of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** All rows, read on a connection. */
    <T> List<T> rows(Connection connection, Row<T> row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                if (value instanceof Double[] numbers) {
                    statement.setArray(i + 1, connection.createArrayOf("float8", numbers));
                } else if (value instanceof String[] texts) {
                    statement.setArray(i + 1, connection.createArrayOf("text", texts));
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row.of(found));
                }
            }
            return rows;
        }
    }
}
