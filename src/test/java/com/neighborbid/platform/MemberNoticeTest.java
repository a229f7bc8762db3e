package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MemberNoticeTest {
    @Test
    void survivesItsText() {
        MemberNotice sold = new MemberNotice("SOLD", 1, 2, 3L, 41_000L, null);
        MemberNotice unsold = new MemberNotice("UNSOLD", 1, 2, null, null, "NO_BIDS");

        assertEquals(sold, MemberNotice.parse(sold.json()));
        assertEquals(unsold, MemberNotice.parse(unsold.json()));
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertEquals(
                "{\"kind\":\"OUTBID\",\"member\":\"0000000000001\",\"auction\":\"0000000000002\",\"amount\":500}",
                new MemberNotice("OUTBID", 1, 2, null, 500L, null).json());
    }

    @Test
    void refusesWhatHasNoId() {
        assertThrows(
                IllegalArgumentException.class,
                () -> MemberNotice.parse("{\"kind\":\"WON\",\"member\":\"1\",\"auction\":\"0000000000002\"}"));
    }
}
