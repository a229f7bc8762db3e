package com.neighborbid.system;

import static com.neighborbid.system.GoodCall.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Members change their password, find back in when they forgot it, and see where they are logged in. */
@ExtendWith(RunningHouse.class)
class PasswordIT {
    private static final Pattern LINK = Pattern.compile("/password#([A-Za-z0-9_-]{43})\\s");
    private static final String FRESH = "a fresh horse battery staple";

    private ContractClient visitor;
    private String email;
    private ContractClient here;
    private ContractClient elsewhere;

    @BeforeEach
    void logInTwice(URI house) {
        visitor = ContractClient.visiting(house);
        email = "forgetful-" + UUID.randomUUID() + "@example.com";
        visitor.register(email, Members.PASSWORD, "Forgetful");
        elsewhere = visitor.login(email, Members.PASSWORD);
        here = visitor.login(email, Members.PASSWORD);
    }

    private Answer change(String old, String fresh) {
        return here.call("PUT", "/api/members/me/password", object("password", old, "newPassword", fresh));
    }

    private Answer redeem(String token, String fresh) {
        return visitor.call("POST", "/api/password-resets/redemption", object("token", token, "newPassword", fresh));
    }

    private static int me(ContractClient member) {
        return member.call("GET", "/api/members/me", null).status();
    }

    private String tokenOfTheMail() {
        assertEquals(
                202,
                visitor.call("POST", "/api/password-resets", object("email", email.toUpperCase(java.util.Locale.ROOT)))
                        .status());
        Matcher link = LINK.matcher(Letters.to(email, "/password#"));
        assertTrue(link.find(), "no link in the mail");
        return link.group(1);
    }

    @Test
    void whoKnowsThePasswordChangesIt() {
        assertEquals("WRONG_PASSWORD", change("not the password", FRESH).code());
        Answer weak = change(Members.PASSWORD, "12345678");
        assertEquals(400, weak.status());
        assertEquals(
                "newPassword",
                weak.body().getJsonArray("errors").getJsonObject(0).getString("field"));
        assertEquals(200, me(elsewhere));

        assertEquals(204, change(Members.PASSWORD, FRESH).status());

        assertEquals(200, me(here));
        assertEquals(401, me(elsewhere));
        assertEquals(200, me(visitor.login(email, FRESH)));
        assertEquals(
                "BAD_CREDENTIALS",
                visitor.call("POST", "/api/sessions", object("email", email, "password", Members.PASSWORD))
                        .code());
        Letters.to(email, "/password\n");
    }

    @Test
    void whoReadsTheMailSetsItOnce() {
        String token = tokenOfTheMail();
        assertEquals(200, me(here), "asking changes nothing");
        assertEquals(400, redeem(token, "12345678").status());

        assertEquals(204, redeem(token, FRESH).status());

        assertEquals(401, me(here));
        assertEquals(401, me(elsewhere));
        assertEquals(200, me(visitor.login(email, FRESH)));
        Answer again = redeem(token, "another horse battery staple");
        assertEquals(410, again.status());
        assertEquals("RESET_OVER", again.code());
        assertEquals(410, redeem("x".repeat(43), FRESH).status());
    }

    @Test
    void aChangedPasswordTakesTheLinkAway() {
        String token = tokenOfTheMail();
        assertEquals(204, change(Members.PASSWORD, FRESH).status());
        assertEquals("RESET_OVER", redeem(token, Members.PASSWORD).code());
    }

    @Test
    void askingTellsNobodyWhoIsAMember() {
        String nobody = "nobody-" + UUID.randomUUID() + "@example.com";
        Answer answer = visitor.call("POST", "/api/password-resets", object("email", nobody));
        assertEquals(202, answer.status());
        assertEquals(
                400,
                visitor.call("POST", "/api/password-resets", object("email", "nobody"))
                        .status());
    }

    @Test
    void endsLoginsFromElsewhere() {
        List<JsonObject> logins = logins();
        assertEquals(2, logins.size());
        JsonObject other = logins.stream()
                .filter(login -> !login.getBoolean("current"))
                .findFirst()
                .orElseThrow();
        String path = "/api/sessions/mine/" + other.getString("id");

        String foreign = "foreign-" + UUID.randomUUID() + "@example.com";
        visitor.register(foreign, Members.PASSWORD, "Foreign");
        assertEquals(
                404,
                visitor.login(foreign, Members.PASSWORD)
                        .call("DELETE", path, null)
                        .status());
        assertEquals(200, me(elsewhere));

        assertEquals(204, here.call("DELETE", path, null).status());
        assertEquals(401, me(elsewhere));
        ContractClient third = visitor.login(email, Members.PASSWORD);
        assertEquals(204, here.call("DELETE", "/api/sessions/mine", null).status());
        assertEquals(401, me(third));
        assertEquals(1, logins().size());
    }

    private List<JsonObject> logins() {
        return here.get("/api/sessions/mine").getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
