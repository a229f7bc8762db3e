package com.neighborbid.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.launcher.demo.BidChoice.Bid;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BidChoiceTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final int TRIES = 500;

    private final BidChoice choice = new BidChoice(10_000, 50_000);
    private final Random chance = new Random(7);

    @Test
    void bidsFromTheNextPriceUpToItsCeiling() {
        RoomView room = room("OPEN", 20_000, 2, 1);

        assertTrue(tries(room, 0.9).count() > TRIES / 10, "it does bid");
        assertTrue(tries(room, 0.9).allMatch(bid -> bid.amount() >= 20_000 && bid.amount() <= choice.ceiling(0.9)));
    }

    @Test
    void goesHigherTowardsTheEnd() {
        assertTrue(choice.ceiling(0) < choice.ceiling(0.5));
        assertEquals(50_000, choice.ceiling(1));
        assertEquals(0, tries(room("OPEN", 30_000, 2, 1), 0.1).count());
    }

    @Test
    void doesNotBidAgainstItselfNorWithoutAPaddle() {
        assertEquals(0, tries(room("OPEN", 20_000, 1, 1), 1).count());
        assertEquals(0, tries(room("OPEN", 20_000, 0, 0), 1).count());
    }

    @Test
    void bidsOnlyWhileItIsOpen() {
        assertEquals(0, tries(room("SCHEDULED", 10_000, 0, 1), 1).count());
        assertEquals(0, tries(room("PAUSED", 10_000, 0, 1), 1).count());
        assertEquals(0, tries(new RoomView("OPEN", 10_000, 0, NOW + 500, 1), 1).count());
    }

    @Test
    void saysPricesAsPeopleDo() {
        assertEquals(47_000, BidChoice.rounded(47_812));
        assertEquals(1_200_000, BidChoice.rounded(1_234_567));
        assertEquals(7, BidChoice.rounded(7));
    }

    private Stream<Bid> tries(RoomView room, double progress) {
        return Stream.generate(() -> choice.next(room, progress, NOW, chance))
                .limit(TRIES)
                .flatMap(Optional::stream);
    }

    private static RoomView room(String state, long next, int leader, int paddle) {
        return new RoomView(state, next, leader, NOW + 60_000, paddle);
    }
}
