package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectTest {
    @Test
    void putsValuesInTheOrderOfTheirNames() {
        assertEquals(
                new Select("SELECT ? WHERE a = ? AND b_c<? OR a=?", List.of(2, 1, 3L, 1)),
                Select.named(
                        "SELECT :two WHERE a = :one AND b_c<:b_c OR a=:one", Map.of("one", 1, "two", 2, "b_c", 3L)));
    }

    @Test
    void leavesValuesThatNobodyNamesOut() {
        assertEquals(new Select("SELECT ?", List.of(1)), Select.named("SELECT :a", Map.of("a", 1, "b", 2)));
    }

    @Test
    void takesWhatStandsInQuotesForText() {
        assertEquals(new Select("SELECT 'at :a', ?", List.of(1)), Select.named("SELECT 'at :a', :a", Map.of("a", 1)));
    }

    @Test
    void refusesANameWithoutAValue() {
        assertThrows(IllegalArgumentException.class, () -> Select.named("SELECT :a", Map.of("b", 1)));
    }
}
