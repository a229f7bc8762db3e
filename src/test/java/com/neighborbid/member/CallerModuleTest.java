package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.TestHouse;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import jakarta.persistence.PersistenceException;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who the container is told calls, by sessions in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerModuleTest {
    private static final long MINA = 88_101;
    private static final int DAYS = 30;

    private final Clock clock = new Clock();
    private final TestHouse house = new TestHouse()
            .with(clock)
            .with(new MemberConfig(
                    DAYS,
                    Set.of(),
                    "",
                    "",
                    new MemberConfig.Hashing(1, 1, 10),
                    1,
                    new MemberConfig.LoginLimits(1, 1, 1)));
    private final Sessions sessions = house.get(Sessions.class);
    private final CallerModule module = house.get(CallerModule.class);
    private final Member mina = new Member(MINA, new EmailAddress("mina@example.com"), "-", "Mina", Language.KO, 1);

    @BeforeAll
    void register() {
        house.get(Members.class).add(mina);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void nobodyCallsWithoutASession() throws Exception {
        AskedCall call = new AskedCall("/api/wallet", Map.of());
        assertEquals(AuthStatus.SUCCESS, call.ask(module));
        assertEquals(Optional.empty(), call.caller());
        assertEquals(List.of(), call.groups());
        assertFalse(call.forgetsCookie());
    }

    @Test
    void memberCallsByCookieOrByBearerToken() throws Exception {
        String token = sessions.open(mina).token();
        for (Map<String, String> headers :
                List.of(Map.of("Cookie", token), Map.of("Authorization", "Bearer " + token))) {
            AskedCall call = new AskedCall("/api/wallet", headers);
            assertEquals(AuthStatus.SUCCESS, call.ask(module));
            assertEquals(MINA, call.caller().orElseThrow().id());
            assertEquals(List.of("member"), call.groups());
        }
    }

    @Test
    void adminHasBothRoles() throws Exception {
        Member root = new Member(MINA + 1, new EmailAddress("root@example.com"), "-", "Root", Language.KO, 1);
        root.becomeAdmin();
        house.get(Members.class).add(root);
        AskedCall call = new AskedCall(
                "/api/admin/members", Map.of("Cookie", sessions.open(root).token()));
        call.ask(module);
        assertEquals(Set.of("member", "admin"), Set.copyOf(call.groups()));
    }

    @Test
    void sessionThatWasEndedIsNobodysAtOnceAndItsCookieIsTakenBack() throws Exception {
        String token = sessions.open(mina).token();
        AskedCall before = new AskedCall("/api/wallet", Map.of("Cookie", token));
        before.ask(module);
        sessions.end(before.caller().orElseThrow().sessionId());
        assertIsNobody("/api/wallet", token);
    }

    @Test
    void sessionIsOverOnTheMillisecond() throws Exception {
        String token = sessions.open(mina).token();
        clock.later(Duration.ofDays(DAYS).toMillis() - 1);
        AskedCall last = new AskedCall("/api/wallet", Map.of("Cookie", token));
        last.ask(module);
        assertTrue(last.caller().isPresent());
        clock.later(1);
        assertIsNobody("/api/wallet", token);
    }

    @Test
    void unknownTokenIsNobodys() throws Exception {
        assertIsNobody("/ws/auctions/1", "A".repeat(Tokens.LENGTH));
        assertIsNobody("/ws/auctions/1", "' OR 1=1 --");
    }

    @Test
    void badBearerTokenTakesNoCookieBack() throws Exception {
        AskedCall call = new AskedCall("/api/wallet", Map.of("Authorization", "Bearer nonsense"));
        call.ask(module);
        assertEquals(Optional.empty(), call.caller());
        assertFalse(call.forgetsCookie());
    }

    @Test
    void pagesAndPicturesHaveNoCaller() throws Exception {
        AskedCall call = new AskedCall("/auction.html", Map.of("Cookie", "not looked at"));
        call.ask(module);
        assertEquals(Optional.empty(), call.caller());
        assertFalse(call.forgetsCookie());
    }

    @Test
    void looksOnceForARequestHoweverOftenTheContainerAsks() throws Exception {
        String token = sessions.open(mina).token();
        AskedCall call = new AskedCall("/api/wallet", Map.of("Cookie", token));
        call.ask(module);
        sessions.end(call.caller().orElseThrow().sessionId());
        call.ask(module);
        assertTrue(call.caller().isPresent(), "the request had begun");
    }

    @Test
    void whereTheDatabaseIsAwayTheCallIsRefusedAndNoGuestsCall() throws Exception {
        assertIsUnavailable(new UnavailableException("PostgreSQL: away"));
        assertIsUnavailable(new PersistenceException("PostgreSQL: the server refuses"));
    }

    private void assertIsNobody(String path, String token) throws AuthException {
        AskedCall call = new AskedCall(path, Map.of("Cookie", token));
        assertEquals(AuthStatus.SUCCESS, call.ask(module));
        assertEquals(Optional.empty(), call.caller());
        assertEquals(List.of(), call.groups());
        assertTrue(call.forgetsCookie());
    }

    private static void assertIsUnavailable(RuntimeException failure) throws AuthException {
        CallerModule module = new CallerModule();
        module.sessions = new Sessions() {
            @Override
            public Optional<MemberPrincipal> find(String token) {
                throw failure;
            }
        };
        AskedCall call = new AskedCall("/api/wallet", Map.of("Cookie", "A".repeat(Tokens.LENGTH)));
        assertEquals(AuthStatus.SEND_FAILURE, call.ask(module));
        assertEquals(503, call.status());
        assertTrue(call.text().contains("\"UNAVAILABLE\""), call.text());
        assertFalse(call.forgetsCookie());
    }

    private static final class Clock extends Time {
        private long now = 1_790_000_000_000L;

        void later(long ms) {
            now += ms;
        }

        @Override
        public long now() {
            return now;
        }
    }
}
