package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.Leader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuctionEventTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "B|a1|1|3|1700000000000|m2|2|A|2000|1|m1|3000|2100|3|1700000900000|2200|0|2,2000,2,0;3,2100,1,1|r1",
                "B|a1|2|4|1700000000000|m1|1|M|0||||1000|0|1700000900000|1000|||a|b;c,d\n|",
                "B|a1|1|5|1|m1|1|M|9007199254740991|1|m1|9007199254740991|1|1|2|6|1|1,1,1,1|입찰 🔨",
                "S|a1|1|1|1700000000000|OPEN|1700000900000|",
                "S|a1|1|2|1700000000000|PAUSED|1700000900000|a photo | is wrong",
                "C|a1|1|9|1700000900000|SOLD|3|2100|1|m1|",
                "C|a1|1|2|1700000900000|NO_BIDS|0||||",
                "C|a1|1|2|1700000900000|WITHDRAWN|0||||sold | elsewhere",
                "R|a1|41|43|0f3c",
                "T|a1|{\"type\":\"chat\",\"text\":\"a|b\"}",
                "W|a1|12",
                "E|a1|2|41"
            })
    void writesWhatItReads(String text) {
        assertEquals(text, AuctionEvent.parse(text).text());
    }

    @Test
    void readsADecisionWithTheBidsThatItShowed() {
        BidDecided event = (BidDecided)
                AuctionEvent.parse("B|a1|1|3|99|m2|2|A|2000|1|m1|3000|2100|3|500|2200|0|2,2000,2,0;3,2100,1,1|r|1");

        assertEquals(new Leader(1, "m1", 3000), event.leader());
        assertEquals(List.of(new ShownBid(2, 2000, 2, false, 99), new ShownBid(3, 2100, 1, true, 99)), event.bids());
        assertEquals(Boolean.FALSE, event.reserveMet());
        assertEquals("r|1", event.ref());
        assertFalse(event.leading());
        assertFalse(event.maximum());
    }

    @Test
    void readsADecisionOfAnAuctionWithoutBidOrReserve() {
        BidDecided event = (BidDecided) AuctionEvent.parse("B|a1|1|2|99|m2|2|M|0||||1000|0|500|1000|||r");

        assertNull(event.leader());
        assertNull(event.reserveMet());
        assertTrue(event.bids().isEmpty());
        assertFalse(event.leading());
    }

    @Test
    void readsTheHammerOfAClosedAuction() {
        AuctionClosed sold = (AuctionClosed) AuctionEvent.parse("C|a1|1|9|99|SOLD|3|2100|1|m1|");
        AuctionClosed unsold = (AuctionClosed) AuctionEvent.parse("C|a1|1|9|99|NO_BIDS|0||||");

        assertEquals(AuctionOutcome.SOLD, sold.outcome());
        assertEquals(new AuctionEvent.Hammer(2100, 1, "m1"), sold.hammer());
        assertNull(unsold.hammer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B", "X|a1|1", "S|a1|1|1", "W|a1|many", "S|a1|1|1|1|ASLEEP|2|"})
    void refusesWhatIsNoEvent(String text) {
        assertThrows(IllegalArgumentException.class, () -> AuctionEvent.parse(text));
    }

    @Test
    void readsAndWritesAnItemOfTheLog() {
        ShownBid bid = new ShownBid(7, 9_007_199_254_740_991L, 2, true, 1_700_000_000_000L);
        assertEquals("7,9007199254740991,2,1,1700000000000", bid.text());
        assertEquals(bid, ShownBid.parse(bid.text()));
    }
}
