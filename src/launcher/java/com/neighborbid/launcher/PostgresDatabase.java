package com.neighborbid.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The house's database in the embedded PostgreSQL, seen through JDBC. */
final class PostgresDatabase {
    static final String SUPERUSER = "postgres";
    private static final String NAME = "neighborbid";
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final String WRONG_PASSWORD = "28P01";

    private final int port;
    private final String superuserPassword;
    private final String password;

    PostgresDatabase(int port, Secrets secrets) {
        this.port = port;
        this.superuserPassword = secrets.of("postgres.superuser");
        this.password = secrets.of("postgres");
    }

    String superuserPassword() {
        return superuserPassword;
    }

    Map<String, String> environment() {
        return Map.of("NB_DB_URL", url(NAME), "NB_DB_USER", NAME, "NB_DB_PASSWORD", password);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Connection connect(String database) throws SQLException {
        DriverManager.setLoginTimeout(5);
        return DriverManager.getConnection(url(database), SUPERUSER, superuserPassword);
    }

    /** Whether it takes connections now; false while it starts or recovers. */
    boolean answers() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new LaunchFailure("PostgreSQL's data does not belong to secrets.properties: wrong password", e);
            }
            return false;
        }
    }

    /** Makes role and database where they are missing; answers the setting that is not durable, if there is one. */
    Optional<String> prepare() throws SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                String value = single(statement, "SHOW " + setting);
                if (!"on".equals(value)) {
                    return Optional.of(setting + " is " + value);
                }
            }
            if (single(statement, "SELECT count(*) FROM pg_database WHERE datname = '" + NAME + "'")
                    .equals("0")) {
                create(statement);
            }
        }
        return Optional.empty();
    }

    private void create(Statement statement) throws SQLException {
        statement.execute("DROP ROLE IF EXISTS " + NAME);
        statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
        try (Connection template = connect("template1");
                Statement inTemplate = template.createStatement()) {
            // The one extension in use that only a superuser may create; the database inherits it from the template.
            inTemplate.execute("CREATE EXTENSION IF NOT EXISTS earthdistance CASCADE");
        }
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
