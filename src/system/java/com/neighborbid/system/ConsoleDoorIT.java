package com.neighborbid.system;

import static com.neighborbid.system.GoodCall.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.launcher.House;
import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin that showed its password long ago: the console is shut until it shows it again, in that session alone. */
@ExtendWith(RunningHouse.class)
class ConsoleDoorIT {
    private static final int POLICY = 1008;
    private static final String CONFIRMATION = "/api/sessions/current/confirmation";

    private Console console;
    private ContractClient admin;

    @BeforeEach
    void arrive(House house) throws SQLException {
        console = Console.of(house.url());
        admin = console.admin();
        Map<String, String> settings = house.environment();
        try (Connection database = DriverManager.getConnection(
                        settings.get("NB_DB_URL"), settings.get("NB_DB_USER"), settings.get("NB_DB_PASSWORD"));
                var age =
                        database.prepareStatement("UPDATE session SET created_at = created_at - ?, confirmed_at = NULL"
                                + " WHERE token_hash = encode(sha256(convert_to(?, 'UTF8')), 'hex')")) {
            age.setLong(1, Duration.ofHours(2).toMillis());
            age.setString(2, String.valueOf(admin.token()));
            assertEquals(1, age.executeUpdate(), "the session is not where this test looks for it");
        }
    }

    private Answer confirm(String password) {
        return admin.call("POST", CONFIRMATION, object("password", password));
    }

    @Test
    void opensToThePasswordAlone() {
        assertEquals(
                "CONFIRM_PASSWORD", admin.call("GET", "/api/admin/house", null).code());
        assertEquals("CONFIRM_PASSWORD", console.act("/house/pause").code());
        // It is still signed in; only the console is shut.
        admin.get("/api/members/me");

        assertEquals("WRONG_PASSWORD", confirm("not the password").code());
        assertEquals(403, admin.call("GET", "/api/admin/house", null).status());
        assertEquals(204, confirm(RunningHouse.ADMIN_PASSWORD).status());
        admin.get("/api/admin/house");
    }

    @Test
    void stayShutToOtherSessionsOfTheAdmin(URI house) {
        ContractClient elsewhere = Console.of(house).admin();
        elsewhere.call("POST", CONFIRMATION, object("password", RunningHouse.ADMIN_PASSWORD));
        elsewhere.get("/api/admin/house");

        assertEquals(
                "CONFIRM_PASSWORD", admin.call("GET", "/api/admin/house", null).code());
    }

    @Test
    void closesTheFiguresToAnOldProof(URI house) {
        URI figures = URI.create(house.resolve("/ws/admin").toString().replaceFirst("^http", "ws"));
        try (Frames socket = Frames.open(figures, admin)) {
            assertEquals(POLICY, socket.closeCode());
        }
    }
}
