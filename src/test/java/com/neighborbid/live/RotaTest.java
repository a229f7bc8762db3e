package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RotaTest {
    private static final List<Long> ALL = LongStream.range(0, 1000).boxed().toList();

    private final Rota rota = new Rota(5);

    @Test
    void givesEachItsTurnOnceAndNotAllAtOnce() {
        turn(1_000_000);
        for (int round = 0; round < 3; round++) {
            long had = 0;
            for (int turn = 1; turn <= 5; turn++) {
                int now = turn(1_000_000 + 5 * round + turn).size();
                assertTrue(now == 200, () -> now + " at once");
                had += now;
            }
            assertEquals(1000, had);
        }
    }

    @Test
    void makesUpForTurnsThatWereLeftOut() {
        turn(7);

        assertEquals(600, turn(10).size());
        assertEquals(1000, turn(99).size());
        assertEquals(0, turn(99).size());
    }

    @Test
    void aTurnThatWasNotDoneIsStillDue() {
        turn(7);
        List<Long> due = due(8);

        assertTrue(due(9).containsAll(due));
    }

    private List<Long> turn(long turn) {
        List<Long> due = due(turn);
        rota.done(turn);
        return due;
    }

    private List<Long> due(long turn) {
        return ALL.stream().filter(id -> rota.isDue(id, turn)).toList();
    }
}
