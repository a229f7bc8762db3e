package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.bidding.DecidingAuction.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 1: a ref is decided once. */
class RefRulesTest extends DecisionTest {
    @Test
    void sameRefAnswersTheFirstDecisionAgain() {
        Answer first = auction.bid("ana", false, 1000, "a1");
        bid("ben", 2000);

        Answer again = auction.bid("ana", false, 1000, "a1");

        assertEquals(new Answer("ACCEPTED", first.seq(), true, 2100, true, null), again);
        assertShown("1000 ana", "2000 ben");
    }

    @Test
    void sameRefRefusesAgainWithTheNextOfNow() {
        assertRefused(auction.bid("ana", false, 1, "a1"), BidRejection.TOO_LOW, 1000);
        bid("ben", 2000);
        assertRefused(auction.bid("ana", false, 1, "a1"), BidRejection.TOO_LOW, 2100);
        assertRefused(auction.bid("ben", false, 5000, "b1"), BidRejection.ALREADY_LEADING, 2100);
        bid("ana", 3000);
        assertRefused(auction.bid("ben", false, 5000, "b1"), BidRejection.ALREADY_LEADING, 3100);
    }

    @Test
    void anotherNumberOrTypeUnderARefIsAnotherBid() {
        auction.bid("ana", true, 1000, "a1");
        assertRefused(auction.bid("ana", true, 1001, "a1"), BidRejection.REF_REUSED, 1100);
        assertRefused(auction.bid("ana", false, 1000, "a1"), BidRejection.REF_REUSED, 1100);
        assertTrue(auction.bid("ana", true, 1000, "a1").replayed());
    }

    @Test
    void everyPaddleHasRefsOfItsOwn() {
        assertAccepted(auction.bid("ana", false, 1000, "1"), 1, true);
        assertAccepted(auction.bid("ben", false, 2000, "1"), 2, true);
    }

    @Test
    void whatWasRefusedBeforeTheRulesLeavesItsRefFree() {
        hold(AuctionSetup.bicycle().times(AuctionSetup.START_OF_TEST + 1000, AuctionSetup.START_OF_TEST + 100_000));
        assertRefused(auction.bid("ana", false, 1000, "a1"), BidRejection.NOT_OPEN, 1000);
        assertRefused(auction.bid("dan", false, 1000, "d1"), BidRejection.NOT_OPEN, 1000);
        auction.clock(AuctionSetup.START_OF_TEST + 1000);
        assertRefused(auction.bid("dan", false, 1000, "d1"), BidRejection.NO_PADDLE, 1000);
        assertAccepted(auction.bid("ana", true, 1500, "a1"), 1, true);
        auction.paddle("dan", 4, LIMIT);
        assertAccepted(auction.bid("dan", false, 2000, "d1"), 3, true);
    }

    @Test
    void knownRefStillAnswersAfterTheClose() {
        auction.bid("ana", false, 1000, "a1");
        auction.clock(auction.view("").endsAt());
        assertTrue(auction.bid("ana", false, 1000, "a1").replayed());
        auction.advance();
        assertTrue(auction.bid("ana", false, 1000, "a1").replayed());
        assertRefused(auction.bid("ana", false, 2000, "a1"), BidRejection.REF_REUSED, 1100);
    }

    @Test
    void knownRefStillAnswersAfterThePaddleWasGivenBack() {
        auction.bid("ana", false, 1000, "a1");
        bid("ben", 2000);
        auction.returnPaddle("ana");
        assertTrue(auction.bid("ana", false, 1000, "a1").replayed());
    }

    @Test
    void twoHundredRefsAreKnown() {
        auction.bid("ana", true, 1000, "first");
        for (int i = 0; i < 199; i++) {
            auction.bid("ana", true, 1000 + i, "r" + i);
        }
        assertTrue(auction.bid("ana", true, 1000, "first").replayed());
        assertTrue(auction.bid("ana", true, 1198, "r198").replayed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"|", "a|b|", " ", "#", "1#", "0", "\n", "\t a", "--", "==", "입찰-🔨", "\u0000", "\"';", "%d"})
    void refMayBeAnyText(String ref) {
        Answer answer = auction.bid("ana", true, 1000, ref);
        assertEquals(ref, answer.event().ref());
        assertTrue(auction.bid("ana", true, 1000, ref).replayed());
        assertRefused(auction.bid("ana", true, 2000, ref), BidRejection.REF_REUSED, 1100);
        assertAccepted(auction.bid("ben", false, 2000, ref), 2, true);
    }
}
