package com.neighborbid.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void isTheSameForTheSameSeed() {
        assertEquals(plan(42), plan(42));
        assertNotEquals(plan(42), plan(43));
    }

    @Test
    void hasEveryFaultOnceUnderANameOfItsOwn() {
        List<String> names = Catalogue.all().stream().map(Fault::name).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
        assertEquals(
                new HashSet<>(names),
                new HashSet<>(Plan.of(1, Catalogue.all()).steps().stream()
                        .map(step -> step.fault().name())
                        .toList()));
    }

    private static String plan(long seed) {
        return Plan.of(seed, Catalogue.all()).toString();
    }
}
