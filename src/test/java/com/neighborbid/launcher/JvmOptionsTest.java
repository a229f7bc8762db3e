package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    @Test
    void leavesASmallMachineToTheBids() {
        List<String> options = JvmOptions.of(2, "");

        assertTrue(options.containsAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC")));
    }

    @Test
    void optimisesWhereThereAreProcessors() {
        List<String> options = JvmOptions.of(8, "");

        assertTrue(options.contains("-XX:+UseG1GC"));
        assertFalse(options.contains("-XX:TieredStopAtLevel=1"));
    }

    @Test
    void letsTheOperatorHaveTheLastWord() {
        List<String> options = JvmOptions.of(2, "  -Xmx2g -XX:+UseZGC  -XX:TieredStopAtLevel=4 ");

        assertEquals(
                List.of("-Xmx2g", "-XX:+UseZGC", "-XX:TieredStopAtLevel=4"),
                options.subList(options.size() - 3, options.size()));
        assertFalse(options.contains("-XX:+UseParallelGC"));
    }
}
