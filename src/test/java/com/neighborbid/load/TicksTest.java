package com.neighborbid.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TicksTest {
    /** As the kernel writes it: utime 300, stime 20, cutime 7, cstime 1. */
    private static final String POSTGRES =
            "4711 (a) name (of)) S 1 4711 4711 0 -1 4194560 9000 80 0 0 300 20 7 1 20 0 1 0 12345 99 1";

    @Test
    void countsAProcessAndItsChildrenThatEnded() {
        assertEquals(Duration.ofMillis(3_280), Ticks.used(POSTGRES));
    }

    @Test
    void findsWhatTheHostTook() {
        String stat = "cpu  100 0 50 9000 3 0 2 42 0 0\ncpu0 50 0 25 4500 1 0 1 21 0 0\n";
        assertEquals(Duration.ofMillis(420), Ticks.stolen(stat));
        assertEquals(Duration.ZERO, Ticks.stolen("cpu  1 2 3\n"));
    }
}
