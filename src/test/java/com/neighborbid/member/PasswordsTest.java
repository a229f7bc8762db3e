package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final int WAITING = 3;

    private final CountDownLatch opened = new CountDownLatch(1);
    private final Passwords passwords = new Passwords(
            new MemberConfig(30, Set.of(), "", "", 1, WAITING, 10, new MemberConfig.LoginLimits(1, 1, 1)));

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void matchesWhatItHashed() {
        passwords.open(Thread::new);
        String hash = answer(passwords.hash("a bicycle of 2019"));
        assertTrue(answer(passwords.matches("a bicycle of 2019", Optional.of(hash))));
        assertFalse(answer(passwords.matches("a bicycle of 2018", Optional.of(hash))));
        assertFalse(answer(passwords.matches("a bicycle of 2019", Optional.empty())));
    }

    @Test
    void aStormWaitsUpToTheBoundAndIsRefusedBeyond() {
        passwords.open(task -> new Thread(() -> whenOpened(task)));
        CompletionStage<String> first = passwords.hash("one is hashed");
        CompletionStage<String> last = first;
        for (int i = 0; i < WAITING; i++) {
            last = passwords.hash("some wait");
        }
        RejectedException refused = assertThrows(RejectedException.class, () -> passwords.hash("one is too many"));
        assertEquals(CommonRejection.UNAVAILABLE, refused.rejection());
        assertTrue(refused.problem().retryAfterSeconds() > 0);
        opened.countDown();
        assertTrue(answer(last).startsWith("$argon2id$"));
    }

    private void whenOpened(Runnable task) {
        try {
            opened.await();
            task.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T answer(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
