package com.neighborbid.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(1000, 4000, new Random(3));

    @Test
    void doublesUpToItsLimit() {
        long[] most = {1000, 2000, 4000, 4000};
        for (long limit : most) {
            long pause = backoff.pauseMs();
            assertTrue(pause >= limit / 2 && pause <= limit, pause + " of " + limit);
        }
    }

    @Test
    void beginsAgainAfterASuccess() {
        backoff.pauseMs();
        backoff.pauseMs();
        backoff.reset();

        assertTrue(backoff.pauseMs() <= 1000);
    }
}
