package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is taken while there is work, and comes back whole, or not at all; the house itself is not started here. */
class BackupIT {
    private static final byte[] PHOTO = "a photo of a bicycle".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private PostgresServer server;
    private Backups backups;
    private Path photo;

    @BeforeEach
    void openWithAPhoto() throws IOException, NoSuchAlgorithmException {
        PostgresServer.require();
        server = PostgresServer.create(directory.resolve("postgres"));
        Flyway.configure()
                .dataSource(server.url(), PostgresServer.NAME, "")
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
        server.execute("CREATE TABLE mark (n bigint PRIMARY KEY)");
        String name = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(PHOTO))
                        .substring(0, 40)
                + ".jpg";
        photo = Files.createDirectories(directory.resolve("data/photos")).resolve(name);
        Files.write(photo, PHOTO);
        backups = Backups.of(server, directory.resolve("data"), directory.resolve("backup"));
    }

    @AfterEach
    void close() {
        if (backups != null) {
            backups.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void bringsBackTheLastChangeAndAnyTimeBefore() throws IOException {
        mark(1, 1000);
        backups.backup("all").expect(0);
        mark(1001, 2000);
        String between = server.ask("SELECT clock_timestamp()");
        mark(2001, 3000);
        archive(7);
        backups.awaitLog();
        server.kill();

        Path newest = directory.resolve("newest");
        Path newData = directory.resolve("new-data");
        String said = backups.restore(newest, newData).expect(0).output();
        assertTrue(said.contains("0 auctions, 7 bids"), said);
        assertArrayEquals(PHOTO, Files.readAllBytes(newData.resolve("photos").resolve(photo.getFileName())));
        try (PostgresServer restored = PostgresServer.open(newest)) {
            assertEquals("3000", restored.ask("SELECT count(*) FROM mark"));
            assertEquals("2", restored.ask("SELECT count(*) FROM record_life"));
            assertEquals("1", restored.ask("SELECT count(*) FROM house_pause WHERE since <= at"));
        }

        Path earlier = directory.resolve("earlier");
        backups.restore(earlier, directory.resolve("earlier-data"), "--until", between)
                .expect(0);
        try (PostgresServer restored = PostgresServer.open(earlier)) {
            assertEquals("2000", restored.ask("SELECT max(n) FROM mark"));
        }
    }

    @Test
    void refusesToRestoreADamagedCopy() throws IOException {
        backups.backup("all").expect(0);
        flip(backups.inCopy("global/pg_filenode.map"));

        assertNotEquals(0, backups.backup("verify").code());
        Path place = directory.resolve("new");
        Backups.Outcome refusal = backups.restore(place, directory.resolve("new-data"));
        assertEquals(1, refusal.code(), refusal.output());
        assertTrue(refusal.output().contains("is damaged"), refusal.output());
        assertTrue(Files.notExists(place), "nothing is left of a refused restore");
    }

    @Test
    void findsADamagedPhoto() throws IOException {
        backups.backup("photos").expect(0);
        flip(backups.directory().resolve("photos").resolve(photo.getFileName()));
        backups.backup("all").expect(1);
    }

    @Test
    void restoresIntoNoPlaceThatIsInUse() throws IOException {
        backups.backup("all").expect(0);
        String refusal = backups.restore(server.data(), directory.resolve("new"))
                .expect(1)
                .output();
        assertTrue(refusal.contains("is not empty"), refusal);
    }

    @Test
    void keepsTheNewestCopiesAndTheLogThatTheyNeed() throws IOException {
        backups.backup("all").expect(0);
        mark(1, 10);
        for (int i = 0; i < 3; i++) {
            server.ask("SELECT pg_switch_wal() FROM mark WHERE n = 1");
            server.execute("UPDATE mark SET n = -n");
            server.execute("UPDATE mark SET n = -n");
        }
        secondCopy();
        backups.backup("keep", "1").expect(0);
        assertEquals(1, copies());
        mark(11, 20);
        backups.awaitLog();
        server.kill();
        Path newest = directory.resolve("newest");
        backups.restore(newest, directory.resolve("new-data")).expect(0);
        try (PostgresServer restored = PostgresServer.open(newest)) {
            assertEquals("20", restored.ask("SELECT count(*) FROM mark"));
        }
    }

    /** The log of an auction whose bids are no single rows any more; the auction itself is left out. */
    private void archive(int bids) {
        server.execute("ALTER TABLE bid_log DROP CONSTRAINT bid_log_auction_id_fkey");
        server.execute("INSERT INTO bid_log (auction_id, seq, head, price, state, ends_at, archived_at) VALUES (1, "
                + bids + ", 'h', 1000, 'CLOSED', 1, 2)");
    }

    /** A copy is named by the second in which it began. */
    private void secondCopy() {
        Eventually.holds(
                Duration.ofSeconds(10), () -> backups.backup("all").code() == 0 && copies() == 2, "no second copy");
    }

    private long copies() {
        try (var files = Files.list(backups.directory().resolve("base"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark(int from, int to) {
        server.execute("INSERT INTO mark SELECT * FROM generate_series(" + from + ", " + to + ")");
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
