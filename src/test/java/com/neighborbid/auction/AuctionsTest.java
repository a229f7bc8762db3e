package com.neighborbid.auction;

import static com.neighborbid.auction.AuctionFixture.MINUTE;
import static com.neighborbid.auction.AuctionFixture.NOW;
import static com.neighborbid.auction.AuctionFixture.bicycle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AuctionsTest {
    private static final AuctionFixture FIXTURE = new AuctionFixture();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void offersALotThatIsScheduledAtItsStartPriceAndTellsIt() {
        long id = FIXTURE.offer(bicycle());

        AuctionTerms terms = terms(id);
        assertEquals(AuctionState.SCHEDULED, terms.state());
        assertEquals(10_000, terms.price());
        assertEquals(0, terms.seq());
        assertNull(terms.leader());
        assertEquals(terms.firstEndsAt(), terms.endsAt());
        assertEquals(IncrementTable.KRW.text(), terms.increments());
        assertTrue(FIXTURE.announced.contains(id));
    }

    @Test
    void knowsNothingOfAnUnknownId() {
        assertEquals(Optional.empty(), FIXTURE.auctions(auctions -> auctions.terms(7)));
        assertEquals(Optional.empty(), FIXTURE.auctions(auctions -> auctions.lock(7)));
        assertThrows(IllegalArgumentException.class, () -> FIXTURE.auctions(auctions -> auctions.raiseEpoch(7)));
    }

    @Test
    void epochsOnlyRise() {
        long id = FIXTURE.offer(bicycle());

        assertEquals(1L, (long) FIXTURE.auctions(auctions -> auctions.raiseEpoch(id)));
        assertTrue(adopts(id, 4));
        assertTrue(adopts(id, 4));
        assertFalse(adopts(id, 3));
        assertEquals(4, terms(id).epoch());
    }

    @Test
    void recordsTheProgressOfManyAndIgnoresWhatIsBehind() {
        long first = FIXTURE.offer(bicycle());
        long second = FIXTURE.offer(bicycle());

        record(progress(second, 12_000, 3, 2), progress(first, 11_000, 2, 1));
        record(progress(first, 10_500, 1, 2));

        assertEquals(11_000, terms(first).price());
        assertEquals(2, terms(first).seq());
        assertEquals(1, terms(first).leader());
        assertEquals(AuctionState.OPEN, terms(first).state());
        assertEquals(NOW + 11 * MINUTE, terms(first).endsAt());
        assertEquals(12_000, terms(second).price());
        assertTrue(terms(second).reserveMet());
    }

    @Test
    void recordsAnOpeningWithoutABid() {
        long id = FIXTURE.offer(bicycle());

        record(new AuctionProgress(id, AuctionState.OPEN, 10_000, 0, null, NOW + 10 * MINUTE, false));

        assertEquals(AuctionState.OPEN, terms(id).state());
        assertNull(terms(id).leader());
    }

    @Test
    void closesOnceAndStaysClosed() {
        long id = FIXTURE.offer(bicycle());
        record(progress(id, 11_000, 2, 1));

        assertTrue(closes(id, AuctionOutcome.SOLD, NOW));
        assertFalse(closes(id, AuctionOutcome.NO_BIDS, NOW + 1));
        record(progress(id, 12_000, 3, 2));

        assertEquals(AuctionState.CLOSED, terms(id).state());
        assertEquals(AuctionOutcome.SOLD, terms(id).outcome());
        assertEquals(11_000, terms(id).price());
    }

    @Test
    void closesOnTopOfProgressOfTheSameTransaction() {
        long id = FIXTURE.offer(bicycle());

        FIXTURE.auctions(auctions -> {
            auctions.terms(id);
            auctions.recordProgress(List.of(progress(id, 11_000, 2, 1)));
            return auctions.close(id, AuctionOutcome.SOLD, NOW);
        });

        assertEquals(11_000, terms(id).price());
        assertEquals(AuctionState.CLOSED, terms(id).state());
    }

    @Test
    void namesWhatIsDueLongestFirst() {
        long opens = FIXTURE.offer(bicycle(1, NOW - 100 * MINUTE, NOW + 10 * MINUTE));
        long ends = FIXTURE.offer(bicycle(1, NOW - 200 * MINUTE, NOW - 90 * MINUTE));
        record(new AuctionProgress(ends, AuctionState.OPEN, 10_000, 0, null, NOW - 90 * MINUTE, false));
        long over = FIXTURE.offer(bicycle(1, NOW - 200 * MINUTE, NOW - 90 * MINUTE));
        FIXTURE.auctions(auctions -> auctions.close(over, AuctionOutcome.NO_BIDS, NOW));

        assertEquals(List.of(opens, ends), FIXTURE.auctions(auctions -> auctions.due(NOW - 80 * MINUTE, 10)));
        assertEquals(List.of(opens), FIXTURE.auctions(auctions -> auctions.due(NOW - 80 * MINUTE, 1)));
    }

    private static AuctionTerms terms(long id) {
        return FIXTURE.auctions(auctions -> auctions.terms(id)).orElseThrow();
    }

    private static boolean adopts(long id, long epoch) {
        return FIXTURE.auctions(auctions -> auctions.adoptEpoch(id, epoch));
    }

    private static boolean closes(long id, AuctionOutcome outcome, long at) {
        return FIXTURE.auctions(auctions -> auctions.close(id, outcome, at));
    }

    private static AuctionProgress progress(long id, long price, long seq, int leader) {
        return new AuctionProgress(id, AuctionState.OPEN, price, seq, leader, NOW + 11 * MINUTE, true);
    }

    private static void record(AuctionProgress... progress) {
        FIXTURE.auctions(auctions -> {
            auctions.recordProgress(List.of(progress));
            return null;
        });
    }
}
