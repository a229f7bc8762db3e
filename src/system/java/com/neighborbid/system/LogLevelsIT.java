package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.launcher.House;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A log that says more for a while, and as much as before when it is asked to. */
@ExtendWith(RunningHouse.class)
class LogLevelsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LOGGER = "com.neighborbid.operations.AdminSocket";
    private static final String SAID = "A console said 9 characters";
    private static final JsonObject NINE_CHARACTERS =
            Json.createObjectBuilder().add("abc", 1).build();

    private Path log;

    private long lines(String text) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysMoreForAWhile(URI house, House running) throws InterruptedException {
        log = running.dataDir().resolve("log/payara.log");
        Console console = Console.of(house);
        assertEquals("INVALID", set(console, "com..x", 5).code());
        assertEquals("INVALID", set(console, LOGGER, 0).code());
        try (Frames socket = Frames.open(
                URI.create(house.resolve("/ws/admin").toString().replaceFirst("^http", "ws")), console.admin())) {
            say(socket);
            assertEquals(0, lines(SAID));

            set(console, LOGGER, 5).expect(200);
            Eventually.holds(PATIENCE, () -> lines(LOGGER + " is FINE") == 1, "the node does not follow");
            say(socket);
            Eventually.holds(PATIENCE, () -> lines(SAID) == 1, "nothing more is said");
            JsonObject listed = console.admin()
                    .get("/api/admin/log-levels")
                    .getJsonArray("items")
                    .getJsonObject(0);
            assertEquals(LOGGER, listed.getString("logger"));
            assertEquals("DEBUG", listed.getString("level"));

            console.act("/log-levels/return", "logger", LOGGER).expect(200);
            Eventually.holds(PATIENCE, () -> lines(LOGGER + " is as before") == 1, "the node does not go back");
            say(socket);
            assertEquals(1, lines(SAID));
        }
        assertEquals(
                "NOT_FOUND", console.act("/log-levels/return", "logger", LOGGER).code());
        List<String> audited = console.rows("audit", "").stream()
                .map(entry -> entry.getString("action") + " " + entry.getString("outcome"))
                .filter(entry -> entry.startsWith("LOG_"))
                .toList();
        assertEquals(List.of("LOG_RETURN NOT_FOUND", "LOG_RETURN DONE", "LOG_LEVEL DONE"), audited);
    }

    private static com.neighborbid.load.Answer set(Console console, String logger, int minutes) {
        return console.act("/log-levels", "logger", logger, "level", "debug", "minutes", minutes);
    }

    /** Says something, and waits until the server has long read it. */
    private static void say(Frames socket) throws InterruptedException {
        socket.send(NINE_CHARACTERS);
        for (int frame = 0; frame < 3; frame++) {
            socket.next(any -> true);
        }
    }
}
