package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DepartureTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int LONG_MS = 60_000;

    private final AtomicInteger sockets = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);

    @Test
    void letsGoOfSocketsInPortions() {
        sockets.set(100);
        Departure departure = departure(0, LONG_MS, 1000);
        assertTimeoutPreemptively(SOON, departure::leave);
        assertTrue(departure.isBegun());
        assertEquals(0, sockets.get());
    }

    @Test
    void waitsForTheCallsThatAreOnTheirWay() throws Exception {
        Departure departure = departure(0, LONG_MS, 1000);
        departure.enter();
        CompletableFuture<Void> leaving = CompletableFuture.runAsync(departure::leave);
        assertTrue(asked.await(SOON.toSeconds(), TimeUnit.SECONDS));
        assertFalse(leaving.isDone());
        departure.exit();
        leaving.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void goesWhenItsTimeIsUp() {
        Departure departure = departure(LONG_MS, 100, 1000);
        departure.enter();
        assertTimeoutPreemptively(SOON, departure::leave);
    }

    @Test
    void hurriesWhenItIsAskedAgain() throws Exception {
        Departure departure = departure(LONG_MS, LONG_MS, 1000);
        departure.enter();
        CompletableFuture<Void> leaving = CompletableFuture.runAsync(departure::leave);
        assertTimeoutPreemptively(SOON, () -> {
            while (!departure.isBegun()) {
                Thread.onSpinWait();
            }
        });
        departure.leave();
        leaving.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private Departure departure(int noticeMs, int withinMs, int socketsPerSecond) {
        Parting rooms = most -> {
            asked.countDown();
            return sockets.updateAndGet(left -> Math.max(0, left - most));
        };
        return new Departure(List.of(rooms), new DepartureConfig(noticeMs, withinMs, socketsPerSecond), new Time());
    }
}
