package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** The engines as real processes. Payara is left out: the system tests start it. */
class HouseIT {
    private static final List<Part> ENGINES = List.of(Part.POSTGRES, Part.REDIS, Part.BROKER);

    @TempDir
    private Path directory;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private House house;

    @BeforeEach
    void open() throws Exception {
        house = openHouse();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void killedEnginesComeBackOnTheirPortsWithTheirData() throws Exception {
        write();
        for (Part part : ENGINES) {
            long killed = house.pid(part);

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            awaitMessage(part.label() + " is back");
            assertFalse(killed == house.pid(part), "a new process");
            assertEquals(house.pid(part) + "\n", Files.readString(directory.resolve("run/" + part.label() + ".pid")));
        }
        assertWritten();
    }

    @Test
    void dataOutlivesTheHouse() throws Exception {
        write();
        List<Long> pids = ENGINES.stream().map(house::pid).toList();

        house.close();

        assertTrue(pids.stream().allMatch(pid -> ProcessHandle.of(pid).isEmpty()), "every child has ended");
        house = openHouse();
        assertWritten();
    }

    @Test
    void commitsAreDurable() throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertEquals("on", single(statement, "SHOW " + setting));
            }
            assertEquals("off", single(statement, "SHOW is_superuser"));
        }
        try (Jedis redis = redis()) {
            assertEquals("always", redis.configGet("appendfsync").get("appendfsync"));
        }
    }

    @Test
    void aHouseEndsWithTheProcessThatStartedIt() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        Guest.class.getName(),
                        directory.resolve("guest").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process guest = builder.start();
        try {
            ProcessHandle redis = ProcessHandle.of(
                            Long.parseLong(guest.inputReader().readLine()))
                    .orElseThrow();

            guest.destroy();

            redis.onExit().get(60, TimeUnit.SECONDS);
            assertTrue(guest.waitFor(60, TimeUnit.SECONDS), "the process that started it ends");
        } finally {
            guest.destroyForcibly();
        }
    }

    /** A program that starts a house, says the process id of its Redis, and has no end. */
    static final class Guest {
        private Guest() {}

        public static void main(String[] directory) throws InterruptedException {
            House house = House.start(HouseConfig.forTest(Path.of(directory[0])).only(Part.REDIS));
            System.out.println(house.pid(Part.REDIS));
            Thread.currentThread().join();
        }
    }

    private House openHouse() throws InterruptedException {
        House opening =
                new House(HouseConfig.forTest(directory).only(Part.POSTGRES, Part.REDIS, Part.BROKER), said::add);
        opening.open();
        return opening;
    }

    private void write() throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE lot (title text)");
            statement.execute("INSERT INTO lot VALUES ('bicycle')");
        }
        try (Jedis redis = redis()) {
            redis.set("lot", "bicycle");
        }
    }

    private void assertWritten() throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            assertEquals("bicycle", single(statement, "SELECT title FROM lot"));
        }
        try (Jedis redis = redis()) {
            assertEquals("bicycle", redis.get("lot"));
        }
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                house.environment().get("NB_DB_URL"),
                house.environment().get("NB_DB_USER"),
                house.environment().get("NB_DB_PASSWORD"));
    }

    private Jedis redis() {
        return new Jedis(URI.create(house.environment().get("NB_REDIS_URL")));
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void awaitMessage(String part) throws InterruptedException {
        String message;
        do {
            message = said.poll(60, TimeUnit.SECONDS);
            assertNotNull(message, "not said: " + part);
        } while (!message.contains(part));
    }
}
