package com.neighborbid.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The database as it is, by a way of its own: no link leads there. */
final class Books implements AutoCloseable {
    private final Connection connection;

    /** One row of a question, as texts; null where there is none. */
    record Row(List<String> columns) {
        String get(int column) {
            return columns.get(column);
        }

        long number(int column) {
            return Long.parseLong(columns.get(column));
        }
    }

    private Books(Connection connection) {
        this.connection = connection;
    }

    /** @param environment a house's: {@code NB_DB_URL} and its user and password */
    static Books open(Map<String, String> environment) throws SQLException {
        return new Books(DriverManager.getConnection(
                environment.get("NB_DB_URL"), environment.get("NB_DB_USER"), environment.get("NB_DB_PASSWORD")));
    }

    List<Row> ask(String sql) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(found.getString(i));
                }
                rows.add(new Row(row));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
