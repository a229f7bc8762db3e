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
 * @param values texts, numbers, booleans, or arrays of them
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

    /** Sets the values that come after those that are bound; answers how many are bound then. */
    static int bind(PreparedStatement statement, int bound, List<Object> values) throws SQLException {
        int at = bound;
        for (Object value : values) {
            at++;
            if (value instanceof Object[] elements) {
                statement.setArray(at, statement.getConnection().createArrayOf(typeOf(elements), elements));
            } else {
                statement.setObject(at, value);
            }
        }
        return at;
    }

    private static String typeOf(Object[] array) {
        if (array instanceof Long[]) {
            return "int8";
        } else if (array instanceof Integer[]) {
            return "int4";
        } else if (array instanceof Double[]) {
            return "float8";
        } else if (array instanceof Boolean[]) {
            return "bool";
        } else if (array instanceof String[]) {
            return "text";
        }
        throw new IllegalArgumentException(
                "No type for an array of " + array.getClass().getComponentType());
    }

    /** All rows, read on a connection. */
    <T> List<T> rows(Connection connection, Row<T> row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 0, values);
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
