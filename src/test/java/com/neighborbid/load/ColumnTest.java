package com.neighborbid.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private static final Column<Double> PLAIN = Column.of("ms", "%.1f", trial -> trial);
    private static final Column<Double> RANGED = Column.ranged("ms", "%.0f", trial -> trial);

    @Test
    void tellsTheMedianAndItsRange() {
        List<Double> trials = List.of(30.0, 10.0, 500.0);

        assertEquals(List.of("a", "30.0", "30 (10 to 500)"), Column.cells("a", List.of(PLAIN, RANGED), trials));
    }

    @Test
    void ofTwoTakesTheLower() {
        assertEquals(1.0, Column.median(List.of(2.0, 1.0), trial -> trial));
    }

    @Test
    void aTrialWithoutTheFigureDoesNotCount() {
        assertEquals(List.of("a", "7"), Column.cells("a", List.of(RANGED), List.of(Double.NaN, 7.0)));
        assertEquals(List.of("a", "-"), Column.cells("a", List.of(RANGED), List.of(Double.NaN)));
    }
}
