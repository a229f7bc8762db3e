package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.TestHouse;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the house decides about a member, on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembershipChangeTest {
    private static final long MINA = 88_001;

    private final TestHouse house = new TestHouse()
            .with(new MemberConfig(
                    30,
                    Set.of(),
                    "",
                    "",
                    new MemberConfig.Hashing(1, 1, 10),
                    1,
                    new MemberConfig.LoginLimits(1, 1, 1)));
    private final Members members = house.get(Members.class);
    private final Sessions sessions = house.get(Sessions.class);
    private final MembershipChange change = house.get(MembershipChange.class);
    private final Member mina = new Member(MINA, new EmailAddress("mina@example.com"), "-", "Mina", Language.KO, 1);

    @BeforeAll
    void register() {
        members.add(mina);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private boolean isGood(String token) {
        return house.together(entities -> sessions.find(token).isPresent());
    }

    @Test
    void banEndsEverySessionAndNoNewOneIsGood() {
        String before = sessions.open(mina).token();
        assertTrue(isGood(before));
        assertEquals(
                1, change.apply(MINA, (member, now) -> member.ban(now, "spam")).size());
        assertFalse(isGood(before));
        String during = sessions.open(mina).token();
        assertFalse(isGood(during));
        change.apply(MINA, (member, now) -> member.pardon());
        assertTrue(isGood(sessions.open(mina).token()));
    }

    @Test
    void roleIsThatOfTheNextSession() {
        change.apply(MINA, (member, now) -> member.becomeAdmin());
        String token = sessions.open(mina).token();
        boolean isAdmin = house.together(
                entities -> sessions.find(token).orElseThrow().roles().contains("admin"));
        assertTrue(isAdmin);
        change.apply(MINA, (member, now) -> member.becomeMember());
        assertFalse(isGood(token));
    }

    @Test
    void sessionKnowsWhenThePasswordWasShown() {
        Sessions.Opened opened = sessions.open(mina);
        long id = house.together(
                entities -> sessions.find(opened.token()).orElseThrow().sessionId());
        long atLogin = sessions.confirmedAt(id);
        assertTrue(atLogin > 0);
        sessions.confirm(id);
        assertTrue(sessions.confirmedAt(id) >= atLogin);
        assertEquals(0, sessions.confirmedAt(1));
    }

    @Test
    void nobodyDecidesAboutItself() {
        Memberships memberships = new Memberships();
        RejectedException refused =
                assertThrows(RejectedException.class, () -> memberships.ban(MINA, MINA, "by mistake"));
        assertEquals(MemberRejection.OWN_ACCOUNT, refused.rejection());
    }
}
