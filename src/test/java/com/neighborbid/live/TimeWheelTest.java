package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeWheelTest {
    private static final int SLOT_MS = 25;
    private static final int SLOTS = 8;

    private final TimeWheel<String> wheel = new TimeWheel<>(SLOT_MS, SLOTS, 1000);

    @Test
    void comesDueNeverEarlyAndAtMostASlotLate() {
        wheel.put("bicycle", 1060);

        assertEquals(List.of(), wheel.turn(1059));
        assertEquals(List.of("bicycle"), wheel.turn(1075));
        assertEquals(List.of(), wheel.turn(1200));
    }

    @Test
    void takesWhatIsPastAtTheNextTurn() {
        wheel.put("bicycle", 10);

        assertEquals(List.of("bicycle"), wheel.turn(1025));
    }

    @Test
    void keepsTheEarlierOfTwo() {
        wheel.put("bicycle", 1100);
        wheel.put("bicycle", 1050);
        wheel.put("bicycle", 1150);

        assertEquals(List.of("bicycle"), wheel.turn(1050));
        assertEquals(List.of(), wheel.turn(1500));
    }

    @Test
    void bringsWhatIsFurtherThanTheRingAtItsEnd() {
        wheel.put("bicycle", 100_000);

        assertEquals(List.of("bicycle"), wheel.turn(1000 + SLOTS * SLOT_MS));
    }

    @Test
    void losesNothingWhenItStoodStillForLong() {
        wheel.put("bicycle", 1050);
        wheel.put("lamp", 1175);

        assertEquals(2, wheel.turn(1_000_000).size());
        wheel.put("chair", 1_000_010);
        assertEquals(List.of("chair"), wheel.turn(1_000_025));
    }

    @Test
    void bringsEachOfManyOnceAndInItsTime() {
        Random random = new Random(7);
        Map<String, Long> wanted = new HashMap<>();
        int brought = 0;
        for (long now = 1000; now < 20_000; now += random.nextInt(90)) {
            for (String item : wheel.turn(now)) {
                long at = wanted.remove(item);
                assertTrue(at <= now, () -> item + " came early");
                brought++;
            }
            long then = now;
            wanted.forEach((item, at) -> assertTrue(at + SLOT_MS > then, () -> item + " did not come"));
            String item = "lot " + random.nextInt(40);
            long at = now + random.nextInt(SLOT_MS * (SLOTS - 2));
            wheel.put(item, at);
            wanted.merge(item, at, Math::min);
        }
        assertTrue(brought > 200, "too few to prove anything: " + brought);
    }
}
