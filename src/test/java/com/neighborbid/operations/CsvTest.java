package com.neighborbid.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void quotesWhatWouldBreakALine() {
        assertEquals("a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n", Csv.line(List.of("a", "b,c", "d\"e", "f\ng")));
    }

    @Test
    void leavesNothingForNothing() {
        assertEquals(",0\r\n", Csv.line(Arrays.asList(null, 0)));
    }

    @Test
    void disarmsWhatASpreadsheetWouldRun() {
        assertEquals("'=1+1,'@a,'-x,-5,-0.5\r\n", Csv.line(List.of("=1+1", "@a", "-x", -5, -0.5)));
    }
}
