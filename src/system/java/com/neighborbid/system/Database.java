package com.neighborbid.system;

import com.neighborbid.launcher.House;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The database of a test's house, for what no client can see or hurry. */
final class Database implements AutoCloseable {
    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    static Database of(House house) throws SQLException {
        Map<String, String> settings = house.environment();
        return new Database(DriverManager.getConnection(
                settings.get("NB_DB_URL"), settings.get("NB_DB_USER"), settings.get("NB_DB_PASSWORD")));
    }

    /** Runs a change and answers how many rows it touched. */
    int change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Every table and column in which some row has this text, whatever its case. */
    List<String> placesOf(String text) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT format('%I|%I', table_name, column_name) FROM"
                        + " information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)"
                        + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        List<String> found = new ArrayList<>();
        for (String column : columns) {
            String[] names = column.split("\\|");
            try (var query = connection.prepareStatement("SELECT count(*) FROM " + names[0]
                    + " WHERE strpos(lower(CAST(" + names[1] + " AS text)), lower(?)) > 0")) {
                query.setString(1, text);
                try (ResultSet rows = query.executeQuery()) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(names[0] + "." + names[1]);
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
