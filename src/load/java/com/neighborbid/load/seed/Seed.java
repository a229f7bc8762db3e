package com.neighborbid.load.seed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Makes a whole house out of an empty database, by SQL alone, in minutes. */
public final class Seed {
    private Seed() {}

    /**
     * Fills the database behind a JDBC address, whose user owns it.
     *
     * @throws SQLException when it is not empty, or something does not fit together: then it is of no use
     */
    public static void fill(String url, String user, String password, SeedSizes sizes) throws SQLException {
        long began = System.nanoTime();
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                // As the house does it: an index that is built concurrently would wait for Flyway's own transaction.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            SeedConnection database = new SeedConnection(connection, sizes);
            database.run("CREATE SCHEMA seed");
            BareTables bare = BareTables.strip(database);
            database.run(SeedWords.NOISE);
            SeedMembers.run(database);
            SeedLots.run(database);
            SeedLots.texts(database);
            SeedBids.run(database);
            SeedSales.run(database);
            SeedLedger.run(database);
            database.run("DROP SCHEMA seed CASCADE");
            long filled = System.nanoTime();
            bare.dress();
            System.out.printf("  %-28s %31.1f s%n", "keys and indexes", (System.nanoTime() - filled) / 1e9);
            database.step("vacuum", "VACUUM (ANALYZE)");
        }
        System.out.printf("  seeded in %.0f s%n", (System.nanoTime() - began) / 1e9);
    }
}
