package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules 2 and 8: when bids are taken, and when an auction opens, ends later and closes. */
class LifeCycleRulesTest extends DecisionTest {
    private static final long OPENS = AuctionSetup.START_OF_TEST + 60_000;
    private static final long ENDS = OPENS + 3_600_000;

    @BeforeEach
    void holdLater() {
        hold(AuctionSetup.bicycle().times(OPENS, ENDS));
    }

    private void holdWithSoftClose(int seconds, Integer capSeconds) {
        hold(AuctionSetup.bicycle().times(OPENS, ENDS).softClose(seconds, capSeconds));
    }

    private long endsAt() {
        return auction.view("").endsAt();
    }

    @Test
    void takesNoBidBeforeItOpens() {
        auction.clock(OPENS - 1);
        assertRefused(bid("ana", 1000), BidRejection.NOT_OPEN, 1000);
        assertEquals("NONE", auction.advance());
        assertEquals("SCHEDULED", auction.view("").state());
    }

    @Test
    void firstBidAtItsTimeOpensIt() {
        auction.clock(OPENS);
        assertEquals("OPEN", auction.view("").state());
        assertEquals(0, auction.view("").n());
        assertAccepted(bid("ana", 1000), 1, true);
        assertEquals("S", auction.events().get(0).substring(0, 1));
        assertEquals("NONE", auction.advance());
    }

    @Test
    void opensByItself() {
        auction.clock(OPENS);
        assertEquals("OPENED", auction.advance());
        assertEquals("NONE", auction.advance());
        assertEquals("OPEN", auction.view("").state());
    }

    @Test
    void takesBidsUpToTheLastMillisecond() {
        holdWithSoftClose(0, null);
        auction.clock(ENDS - 1);
        assertAccepted(bid("ana", 1000), 1, true);
        auction.clock(ENDS);
        assertRefused(bid("ben", 2000), BidRejection.CLOSED, 1100);
        assertEquals("OPEN", auction.view("").state());
    }

    @Test
    void closesOnceAtItsEnd() {
        auction.clock(OPENS);
        bid("ana", 1000);
        auction.clock(ENDS - 1);
        assertEquals("NONE", auction.advance());
        auction.clock(ENDS);
        assertEquals("CLOSED", auction.advance());
        assertEquals("NONE", auction.advance());
        assertEquals("SOLD", auction.view("").outcome());
        assertRefused(bid("ben", 2000), BidRejection.CLOSED, 1100);
    }

    @Test
    void closesWithoutBids() {
        auction.clock(ENDS);
        assertEquals("OPENED", auction.advance());
        assertEquals("CLOSED", auction.advance());
        assertEquals("NO_BIDS", auction.view("").outcome());
    }

    @Test
    void bidWithinTheSoftCloseMovesTheEnd() {
        auction.clock(ENDS - 10_000);
        bid("ana", 1000);
        assertEquals(ENDS + 20_000, endsAt());
    }

    @Test
    void bidBeforeTheSoftCloseMovesNothing() {
        auction.clock(ENDS - 30_001);
        bid("ana", 1000);
        assertEquals(ENDS, endsAt());
        auction.clock(ENDS - 30_000);
        bid("ben", 2000);
        assertEquals(ENDS, endsAt());
        auction.clock(ENDS - 29_999);
        bid("ana", 3000);
        assertEquals(ENDS + 1, endsAt());
    }

    @Test
    void endMovesUpToTheCapFromTheFirstEnd() {
        auction.clock(ENDS - 1);
        bid("ana", 1000);
        auction.clock(ENDS + 29_998);
        bid("ben", 2000);
        assertEquals(ENDS + 59_998, endsAt());
        auction.clock(ENDS + 59_997);
        bid("ana", 3000);
        assertEquals(ENDS + 60_000, endsAt());
        auction.clock(ENDS + 59_999);
        bid("ben", 4000);
        assertEquals(ENDS + 60_000, endsAt());
    }

    @Test
    void endMovesWithoutBoundWhereThereIsNoCap() {
        holdWithSoftClose(30, null);
        long amount = 1000;
        for (int i = 0; i < 20; i++, amount += 100) {
            auction.clock(endsAt() - 1);
            assertAccepted(bid(i % 2 == 0 ? "ana" : "ben", amount), i + 1, true);
        }
        assertEquals(ENDS + 20 * 29_999, endsAt());
    }

    @Test
    void capOfZeroNeverMovesTheEnd() {
        holdWithSoftClose(30, 0);
        auction.clock(ENDS - 1);
        bid("ana", 1000);
        assertEquals(ENDS, endsAt());
    }

    @Test
    void decisionThatMovesNoPriceMovesNoEnd() {
        auction.clock(OPENS);
        bid("ana", 1000);
        auction.clock(ENDS - 1);
        proxy("ana", 9000);
        proxy("ben", 0);
        bid("ben", 1);
        assertEquals(ENDS, endsAt());
    }

    @Test
    void tieThatMovesThePriceMovesTheEnd() {
        auction.clock(OPENS);
        proxy("ana", 9000);
        auction.clock(ENDS - 1);
        assertAccepted(proxy("ben", 9000), 2, false);
        assertEquals(ENDS + 29_999, endsAt());
    }

    @Test
    void leaderWhoReachesTheReserveMovesTheEnd() {
        hold(AuctionSetup.bicycle().times(OPENS, ENDS).reserve(5000));
        auction.clock(OPENS);
        bid("ana", 1000);
        auction.clock(ENDS - 1);
        proxy("ana", 5000);
        assertEquals(ENDS + 29_999, endsAt());
    }

    @Test
    void sellerWithdrawsWhileThereAreNoBids() {
        assertEquals("OK", auction.withdraw("sold | elsewhere", true));
        assertEquals("WITHDRAWN", auction.view("").outcome());
        assertEquals("CLOSED", auction.withdraw("again", true));
        assertRefused(bid("ana", 1000), BidRejection.CLOSED, 1000);
    }

    @Test
    void onlyAnAdminWithdrawsAfterABid() {
        auction.clock(OPENS);
        bid("ana", 1000);
        assertEquals("HAS_BIDS", auction.withdraw("changed my mind", true));
        assertEquals("OK", auction.withdraw("stolen goods", false));
        assertEquals("WITHDRAWN", auction.view("").outcome());
    }

    @Test
    void nobodyWithdrawsAfterTheEnd() {
        auction.clock(OPENS);
        bid("ana", 1000);
        auction.clock(ENDS);
        assertEquals("CLOSED", auction.withdraw("too late", false));
        auction.advance();
        assertEquals("SOLD", auction.view("").outcome());
    }

    @Test
    void issuesPaddlesUntilTheEnd() {
        assertEquals("OK", auction.paddle("dan", 4, 100));
        auction.clock(ENDS);
        auction.advance();
        assertEquals("CLOSED", auction.paddle("dan", 4, 200));
        assertEquals("CLOSED", auction.paddle("una", 5, 200));
    }

    @Test
    void leaderKeepsItsPaddleForTheSettlement() {
        auction.clock(OPENS);
        bid("ana", 1000);
        assertEquals("LEADING", auction.returnPaddle("ana"));
        auction.clock(ENDS);
        assertEquals("LEADING", auction.returnPaddle("ana"));
        auction.advance();
        assertEquals("LEADING", auction.returnPaddle("ana"));
    }

    @Test
    void paddleGivenBackBidsNoMoreUntilItIsTakenAgain() {
        auction.clock(OPENS);
        bid("ben", 1000);
        bid("ana", 2000);
        assertEquals("OK", auction.returnPaddle("ben"));
        assertEquals("NO_PADDLE", auction.returnPaddle("ben"));
        assertEquals(null, auction.view("ben").own());
        assertRefused(bid("ben", 3000), BidRejection.NO_PADDLE, 2100);
        assertEquals("OK", auction.paddle("ben", 2, 5000));
        assertEquals(
                new DecidingAuction.Own(2, 5000, null, false),
                auction.view("ben").own());
        assertAccepted(bid("ben", 3000), 3, true);
    }

    @Test
    void limitIsNeverLoweredUnderAStandingMaximum() {
        auction.clock(OPENS);
        proxy("ana", 9000);
        assertEquals("LIMIT_BELOW_BID", auction.paddle("ana", 1, 8999));
        assertEquals("OK", auction.paddle("ana", 1, 9000));
        bid("ben", 9100);
        assertEquals("OK", auction.paddle("ana", 1, 100));
    }
}
