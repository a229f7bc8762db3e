package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Texts from Redis and from the broker: an event, a batch of them, a place in a stream. What is none is refused by one
 * exception; what is one has a text that means the same.
 */
class EventFuzzTest {
    @FuzzTest
    void readsOrRefusesAnyText(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            AuctionEvent event = AuctionEvent.parse(text);
            assertEquals(event, AuctionEvent.parse(event.text()));
            if (event instanceof AuctionEvent.Numbered numbered) {
                assertEquals(numbered.n(), AuctionEventText.numberOf(text));
            }
        } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage() != null, text);
        }
        try {
            RelayedBatch batch = RelayedBatch.parse(text);
            assertEquals(batch, RelayedBatch.parse(batch.text()));
        } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage() != null, text);
        }
    }
}
