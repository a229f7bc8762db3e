package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.faults.LateBatch;
import com.neighborbid.platform.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayedBatchTest {
    @Test
    void keepsLineBreaksAndBackslashesOfAnEvent() {
        RelayedBatch batch = new RelayedBatch(List.of(
                new RelayedBatch.Entry(
                        12,
                        new StreamPosition(1_790_000_000_000L, 2),
                        new StreamPosition(1_790_000_000_000L, 3),
                        "B|a|one\ntwo\\n three\\"),
                new RelayedBatch.Entry(0, StreamPosition.START, new StreamPosition(1, 0), "S|a")));

        assertEquals(batch, RelayedBatch.parse(batch.text()));
    }

    @Test
    void readsWhatTheFaultHarnessSendsLate() {
        long auction = 39_000_000_000L;
        List<AuctionEvent> events = RelayedBatch.parse(LateBatch.text(auction, 4)).entries().stream()
                .map(entry -> AuctionEvent.parse(entry.event()))
                .toList();
        assertEquals(80, events.size());
        BidDecided first = assertInstanceOf(BidDecided.class, events.get(0));
        assertEquals(Ids.text(auction), first.auction());
        assertEquals(4, first.epoch());
        assertEquals(11, first.n());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S|a",
                "12 S|a",
                "12 5-0 S|a",
                "12 4-0 5 S|a",
                "12 4 5-0 S|a",
                "12 4-0 5- S|a",
                "x 4-0 5-0 S|a",
                "12 4-0 5-0 cut off\\"
            })
    void refusesWhatIsNoEntry(String line) {
        assertThrows(IllegalArgumentException.class, () -> RelayedBatch.parse(line + "\n"));
    }
}
