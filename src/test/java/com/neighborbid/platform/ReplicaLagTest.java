package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How far a replica is behind, in a log of a few bytes. */
class ReplicaLagTest {
    private final ReplicaLag lag = new ReplicaLag();

    @Test
    void nothingIsMissingOnAReplicaThatHasItAll() {
        assertEquals(0, lag.take(100, 100, 1000));
        assertEquals(0, lag.take(100, 100, 900_000));
    }

    @Test
    void countsFromWhenTheFirstThingThatIsMissingWasSeen() {
        lag.take(100, 100, 1000);
        assertEquals(0, lag.take(200, 100, 2000));
        assertEquals(3000, lag.take(300, 100, 5000));
        assertEquals(1000, lag.take(400, 200, 6000), "300 was seen at 5000");
        assertEquals(0, lag.take(400, 400, 7000));
    }

    @Test
    void isLateWhereNothingNewComesEither() {
        lag.take(100, 50, 1000);
        assertEquals(60_000, lag.take(100, 50, 61_000));
    }

    @Test
    void keepsTheFirstMissingHoweverMuchFollows() {
        for (int i = 1; i <= 100_000; i++) {
            assertEquals(i - 1, lag.take(i, 0, i));
        }
    }
}
