package com.neighborbid.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final int WAITING = 3;
    private static final int WAIT_SECONDS = 8;

    private final AtomicLong clock = new AtomicLong();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Passwords passwords = new Passwords(
            new MemberConfig(
                    30,
                    Set.of(),
                    "",
                    "",
                    new MemberConfig.Hashing(1, WAITING, WAIT_SECONDS),
                    10,
                    new MemberConfig.LoginLimits(1, 1, 1)),
            new Time() {
                @Override
                public long steady() {
                    return clock.get();
                }
            });

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void matchesWhatItHashed() {
        passwords.open(Thread::new);
        String hash = answer(passwords.hash("a bicycle of 2019"));
        assertEquals(Optional.of(hash), answer(whose("a bicycle of 2019", Optional.of(hash))));
        assertEquals(Optional.empty(), answer(whose("a bicycle of 2018", Optional.of(hash))));
        assertEquals(Optional.empty(), answer(whose("a bicycle of 2019", Optional.empty())));
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

    @Test
    void sparesTheHashOfACallerThatMayNotAnyMore() {
        passwords.open(Thread::new);
        CompletionStage<Optional<String>> late = passwords.whose(
                "a guess",
                () -> {
                    throw new RejectedException(CommonRejection.RATE_LIMITED);
                },
                Function.identity());
        assertEquals(CommonRejection.RATE_LIMITED, refusalOf(late).rejection());
    }

    @Test
    void looksForNobodyBeforeTheTurnHasCome() {
        passwords.open(task -> new Thread(() -> whenOpened(task)));
        AtomicInteger lookups = new AtomicInteger();
        CompletionStage<Optional<String>> waiting = passwords.whose(
                "a guess",
                () -> {
                    lookups.incrementAndGet();
                    return Optional.empty();
                },
                Function.identity());
        assertEquals(0, lookups.get());
        opened.countDown();
        assertEquals(Optional.empty(), answer(waiting));
        assertEquals(1, lookups.get());
    }

    @Test
    void refusesWhoseTurnComesTooLate() {
        passwords.open(task -> new Thread(() -> whenOpened(task)));
        CompletionStage<String> late = passwords.hash("nobody waits for the answer any more");
        clock.addAndGet(WAIT_SECONDS * 1000L + 1);
        opened.countDown();
        assertEquals(CommonRejection.UNAVAILABLE, refusalOf(late).rejection());
        assertTrue(refusalOf(late).problem().retryAfterSeconds() > 0);
    }

    private CompletionStage<Optional<String>> whose(String password, Optional<String> hash) {
        return passwords.whose(password, () -> hash, Function.identity());
    }

    private static RejectedException refusalOf(CompletionStage<?> stage) {
        return (RejectedException)
                assertThrows(CompletionException.class, () -> answer(stage)).getCause();
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
