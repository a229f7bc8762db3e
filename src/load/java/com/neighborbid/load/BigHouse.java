package com.neighborbid.load;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.launcher.Part;
import com.neighborbid.load.seed.Seed;
import com.neighborbid.load.seed.SeedSizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A house with a database of a benchmark's size. Where no directory is named, it is made for the run and deleted
 * afterwards; a named one is made once and kept.
 */
final class BigHouse implements AutoCloseable {
    private static final String DONE = "seeded";
    private static final String SESSIONS = """
            INSERT INTO session (id, member_id, token_hash, created_at, expires_at)
            SELECT ?, id, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ? FROM member WHERE id >= ? ORDER BY id LIMIT 1
            ON CONFLICT DO NOTHING""";
    private static final long DAY_MILLIS = 86_400_000;
    private static final int TOKEN_LENGTH = 43;

    private final House house;
    private final Path data;
    private final boolean kept;

    private BigHouse(House house, Path data, boolean kept) {
        this.house = house;
        this.data = data;
        this.kept = kept;
    }

    /** Makes it where it is not there yet, and opens it. */
    static BigHouse open(LoadOptions options) throws InterruptedException {
        boolean kept = !options.pages().data().isEmpty();
        Path data = kept
                ? Path.of(options.pages().data())
                : options.report().resolve("data/pages-" + System.currentTimeMillis());
        if (!Files.exists(data.resolve(DONE))) {
            delete(data);
            seed(data, options.pages());
        }
        HouseConfig config =
                HouseConfig.forTest(data).with(Map.of("NB_RATE_LIMITS", "off", "NB_JAVA_OPTS", options.javaOptions()));
        return new BigHouse(House.start(config), data, kept);
    }

    private static void seed(Path data, PageOptions options) throws InterruptedException {
        try (House database = House.start(HouseConfig.forTest(data).only(Part.POSTGRES))) {
            Map<String, String> settings = database.environment();
            SeedSizes rubis = SeedSizes.rubis(System.currentTimeMillis());
            Seed.fill(
                    settings.get("NB_DB_URL"),
                    settings.get("NB_DB_USER"),
                    settings.get("NB_DB_PASSWORD"),
                    new SeedSizes(
                            options.members(),
                            options.open(),
                            options.closed(),
                            rubis.bids(),
                            rubis.bidders(),
                            rubis.now()));
            Files.writeString(data.resolve(DONE), options + "\n");
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be filled", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    House house() {
        return house;
    }

    /** Tokens of members anywhere among all: their passwords are nobody's, so their sessions are written down here. */
    List<String> tokens(int count, Random random) {
        Map<String, String> settings = house.environment();
        long now = System.currentTimeMillis();
        List<String> tokens = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        settings.get("NB_DB_URL"), settings.get("NB_DB_USER"), settings.get("NB_DB_PASSWORD"));
                PreparedStatement insert = connection.prepareStatement(SESSIONS)) {
            for (int i = 0; i < count; i++) {
                String token = token(random);
                insert.setLong(1, random.nextLong() & Long.MAX_VALUE);
                insert.setString(2, token);
                insert.setLong(3, now);
                insert.setLong(4, now + DAY_MILLIS);
                insert.setLong(5, someMember(connection, random));
                insert.addBatch();
                tokens.add(token);
            }
            insert.executeBatch();
            return tokens;
        } catch (SQLException e) {
            throw new IllegalStateException("No sessions could be made", e);
        }
    }

    private static String token(Random random) {
        return random.ints(TOKEN_LENGTH, 0, 36)
                .mapToObj(digit -> Integer.toString(digit, 36))
                .reduce("", String::concat);
    }

    private static long someMember(Connection connection, Random random) throws SQLException {
        try (PreparedStatement bounds = connection.prepareStatement("SELECT min(id), max(id) FROM member");
                var row = bounds.executeQuery()) {
            row.next();
            return row.getLong(1) + (long) (random.nextDouble() * (row.getLong(2) - row.getLong(1)));
        }
    }

    @Override
    public void close() {
        house.close();
        if (!kept) {
            delete(data);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
