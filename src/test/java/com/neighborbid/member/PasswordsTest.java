package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void nobodyMatchesWithoutAHash() {
        assertFalse(passwords(1, 0).matches("a bicycle of 2019", Optional.empty()));
    }

    @Test
    void aStormIsServedUpToTheBoundAndRefusedBeyond() throws Exception {
        Passwords passwords = passwords(1, 2);
        int callers = 12;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            Callable<Boolean> call = () -> {
                try {
                    passwords.hash("a bicycle of 2019");
                    return true;
                } catch (RejectedException refused) {
                    assertEquals(CommonRejection.UNAVAILABLE, refused.rejection());
                    return false;
                }
            };
            List<Future<Boolean>> answers =
                    threads.invokeAll(Stream.generate(() -> call).limit(callers).toList());
            int served = 0;
            for (Future<Boolean> answer : answers) {
                served += answer.get() ? 1 : 0;
            }
            assertTrue(served >= 1 && served <= callers, "served " + served);
            assertTrue(passwords.hash("a bicycle of 2019").startsWith("$argon2id$"), "the turns were given back");
        } finally {
            threads.shutdownNow();
        }
    }

    private static Passwords passwords(int atOnce, int waiting) {
        return new Passwords(
                new MemberConfig(30, Set.of(), "", "", atOnce, waiting, 10, new MemberConfig.LoginLimits(1, 1, 1)));
    }
}
