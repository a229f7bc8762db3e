package com.neighborbid.load.seed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** SQL with the house's sizes in it, each statement a transaction of its own; tells how long each step took. */
final class SeedConnection {
    private final Connection connection;
    private final Map<String, String> names;

    SeedConnection(Connection connection, SeedSizes sizes) throws SQLException {
        this.connection = connection;
        this.names = sizes.names();
        run("SET synchronous_commit = off");
        run("SET work_mem = '384MB'");
        run("SET maintenance_work_mem = '768MB'");
    }

    /** Runs a step and prints its name and time. */
    void step(String name, String... statements) throws SQLException {
        long began = System.nanoTime();
        long rows = 0;
        for (String sql : statements) {
            rows += run(sql);
        }
        System.out.printf("  %-28s %,12d rows  %6.1f s%n", name, rows, (System.nanoTime() - began) / 1e9);
    }

    /** The rows that a statement touched, 0 for one that touches none. */
    long run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(filled(sql));
            return Math.max(0, statement.getLargeUpdateCount());
        }
    }

    /** The first column of every row. */
    List<String> texts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(filled(sql))) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private String filled(String sql) {
        String text = sql;
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace('{' + name.getKey() + '}', name.getValue());
        }
        return text;
    }
}
