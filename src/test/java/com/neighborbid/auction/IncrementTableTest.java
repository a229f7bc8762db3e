package com.neighborbid.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.neighborbid.platform.Currency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementTableTest {
    @ParameterizedTest
    @CsvSource({
        "1, 6",
        "99, 104",
        "100, 125",
        "499, 524",
        "500, 550",
        "2499, 2549",
        "2500, 2600",
        "10000, 10250",
        "25000, 25500",
        "50000, 51000",
        "100000, 102500",
        "249999, 252499",
        "250000, 255000",
        "500000, 510000",
        "1000000000000, 1000000010000"
    })
    void raisesDollarsByEbaysBands(long price, long next) {
        assertEquals(next, IncrementTable.USD.next(price));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100",
        "1, 101",
        "9999, 10099",
        "10000, 11000",
        "49999, 50999",
        "50000, 52500",
        "100000, 105000",
        "499999, 504999",
        "500000, 510000"
    })
    void raisesWonByYahoosBands(long price, long next) {
        assertEquals(next, IncrementTable.KRW.next(price));
    }

    @Test
    void raisesByTheSameIncrementEverywhere() {
        IncrementTable table = IncrementTable.fixed(700);
        assertEquals(701, table.next(1));
        assertEquals(1_000_000_000_700L, table.next(1_000_000_000_000L));
        assertEquals("0:700", table.text());
    }

    @Test
    void readsWhatItWrites() {
        for (IncrementTable table : List.of(IncrementTable.USD, IncrementTable.KRW, IncrementTable.fixed(1))) {
            assertEquals(table, IncrementTable.parse(table.text()));
        }
        assertEquals("0:100,10000:1000,50000:2500,100000:5000,500000:10000", IncrementTable.KRW.text());
    }

    @Test
    void takesTheTableOfANameAndOfACurrency() {
        assertEquals(IncrementTable.USD, IncrementTable.named("USD").orElseThrow());
        assertEquals(IncrementTable.KRW, IncrementTable.of(Currency.KRW));
        assertEquals(Optional.empty(), IncrementTable.named("krw"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "1",
                "1:",
                ":1",
                "1:0",
                "0:-5",
                "-1:5",
                "2:5",
                "0:5,0:6",
                "0:5,10:6,9:7",
                "0:5,",
                "0:x",
                "0:1000000000001",
                "0:99999999999999999999"
            })
    void refusesWhatIsNoTable(String text) {
        assertThrows(IllegalArgumentException.class, () -> IncrementTable.parse(text));
    }

    @Test
    void refusesMoreBandsThanADecisionShouldRead() {
        List<IncrementTable.Band> bands = new ArrayList<>();
        for (int i = 0; i <= 64; i++) {
            bands.add(new IncrementTable.Band(i, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> new IncrementTable(bands));
    }

    @Test
    void failsInsteadOfWrapping() {
        assertThrows(ArithmeticException.class, () -> IncrementTable.KRW.next(Long.MAX_VALUE));
    }
}
