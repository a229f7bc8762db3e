package com.neighborbid.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A statement for {@link Statements}.
 *
 * @param sql with a question mark for each value
 * @param values texts, numbers, booleans, or arrays of them
 * @param each takes the rows that it answers, one after the other
 */
public record PlainStatement(String sql, List<Object> values, Each each) {
    /** Takes a row. */
    @FunctionalInterface
    public interface Each {
        void take(ResultSet row) throws SQLException;
    }

    /** One that answers no rows. */
    public static PlainStatement of(String sql, List<Object> values) {
        return new PlainStatement(sql, values, row -> {
            throw new SQLException("Nobody takes the rows of " + sql);
        });
    }
}
