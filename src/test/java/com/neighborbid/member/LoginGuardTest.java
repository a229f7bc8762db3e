package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RedisAddress;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoginGuardTest {
    private long now = 1_000_000_000_000L;

    private final Time time = new Time() {
        @Override
        public long now() {
            return now;
        }
    };

    @Test
    void refusesAfterRepeatedFailuresAndForgivesWithTime() {
        LoginGuard guard = guard(true);
        fail(guard, "mina@example.com", "1.1.1.1", 3);
        RejectedException refused =
                assertThrows(RejectedException.class, () -> guard.checkLogin("mina@example.com", "1.1.1.1"));
        assertEquals(CommonRejection.RATE_LIMITED, refused.rejection());
        now += refused.problem().retryAfterSeconds() * 1000L;
        assertDoesNotThrow(() -> guard.checkLogin("mina@example.com", "1.1.1.1"));
    }

    @Test
    void locksOutTheGuesserAndNotTheMember() {
        LoginGuard guard = guard(true);
        fail(guard, "mina@example.com", "6.6.6.6", 3);
        assertDoesNotThrow(() -> guard.checkLogin("mina@example.com", "1.1.1.1"));
    }

    @Test
    void refusesGuessesFromManyAddresses() {
        LoginGuard guard = guard(true);
        for (int i = 0; i < 5; i++) {
            fail(guard, "mina@example.com", "6.6.6." + i, 1);
        }
        assertThrows(RejectedException.class, () -> guard.checkLogin("mina@example.com", "1.1.1.1"));
    }

    @Test
    void refusesOneAddressThatTriesManyMembers() {
        LoginGuard guard = guard(true);
        for (int i = 0; i < 7; i++) {
            fail(guard, "member" + i + "@example.com", "6.6.6.6", 1);
        }
        assertThrows(RejectedException.class, () -> guard.checkLogin("mina@example.com", "6.6.6.6"));
    }

    @Test
    void refusesTooManyRegistrationsFromOneAddress() {
        LoginGuard guard = guard(true);
        guard.checkRegistration("6.6.6.6");
        guard.checkRegistration("6.6.6.6");
        assertThrows(RejectedException.class, () -> guard.checkRegistration("6.6.6.6"));
        assertDoesNotThrow(() -> guard.checkRegistration("1.1.1.1"));
    }

    @Test
    void isSwitchedOffForLoadTests() {
        LoginGuard guard = guard(false);
        fail(guard, "mina@example.com", "1.1.1.1", 100);
        assertDoesNotThrow(() -> guard.checkLogin("mina@example.com", "1.1.1.1"));
    }

    private static void fail(LoginGuard guard, String email, String address, int times) {
        for (int i = 0; i < times; i++) {
            guard.failed(email, address);
        }
    }

    private LoginGuard guard(boolean limited) {
        PlatformConfig platform = new PlatformConfig(
                "n",
                Set.of(),
                Path.of("."),
                "",
                "",
                "",
                RedisAddress.parse("redis://127.0.0.1"),
                2,
                100,
                Set.of(),
                limited);
        MemberConfig config = new MemberConfig(
                30, Set.of(), "", "", new MemberConfig.Hashing(2, 2, 10), 2, new MemberConfig.LoginLimits(3, 5, 7));
        return new LoginGuard(platform, config, time);
    }
}
