package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.neighborbid.auction.IncrementTable;
import org.junit.jupiter.api.Test;

/** Rules 3 to 5 of "How a bid is decided": what may be bid, and what is shown. */
class BidRulesTest extends DecisionTest {
    private static final long MOST = (1L << 53) - 1;

    @Test
    void startsAtTheExactAmount() {
        assertAccepted(bid("ana", 5000), 1, true);
        assertShown("5000 ana");
        assertEquals(5100, auction.view("").next());
    }

    @Test
    void startsAProxyAtTheStartPrice() {
        assertAccepted(proxy("ana", 5000), 1, true);
        assertShown("1000 ana proxy");
        assertEquals(5000, auction.view("ana").own().max());
    }

    @Test
    void takesTheStartPriceItself() {
        assertRefused(bid("ana", 999), BidRejection.TOO_LOW, 1000);
        assertAccepted(bid("ana", 1000), 1, true);
    }

    @Test
    void rejectsBidBelowIncrement() {
        bid("ana", 10_000);
        assertRefused(bid("ben", 10_999), BidRejection.TOO_LOW, 11_000);
        assertRefused(proxy("ben", 10_999), BidRejection.TOO_LOW, 11_000);
        assertAccepted(bid("ben", 11_000), 2, true);
    }

    @Test
    void takesTheIncrementOfThePricesBand() {
        bid("ana", 9_999);
        assertEquals(10_099, auction.view("").next());
        bid("ben", 10_099);
        assertEquals(11_099, auction.view("").next());
    }

    @Test
    void rejectsBidAboveThePaddlesLimit() {
        assertRefused(bid("ana", LIMIT + 1), BidRejection.OVER_LIMIT, 1000);
        assertRefused(proxy("ana", LIMIT + 1), BidRejection.OVER_LIMIT, 1000);
        assertAccepted(proxy("ana", LIMIT), 1, true);
    }

    @Test
    void saysTooLowBeforeOverLimit() {
        auction.paddle("eve", 3, 500);
        assertRefused(bid("eve", 600), BidRejection.TOO_LOW, 1000);
        assertRefused(bid("eve", 1000), BidRejection.OVER_LIMIT, 1000);
    }

    @Test
    void rejectsBidWithoutPaddle() {
        assertRefused(bid("stranger", 1000), BidRejection.NO_PADDLE, 1000);
    }

    @Test
    void rejectsAnAmountOfZero() {
        assertRefused(bid("ana", 0), BidRejection.TOO_LOW, 1000);
    }

    @Test
    void rejectsAnExactAmountFromTheLeader() {
        bid("ana", 2000);
        assertRefused(bid("ana", 3000), BidRejection.ALREADY_LEADING, 2100);
        assertRefused(bid("ana", 1), BidRejection.ALREADY_LEADING, 2100);
        assertRefused(bid("ana", LIMIT + 1), BidRejection.ALREADY_LEADING, 2100);
    }

    @Test
    void leaderRaisesItsMaximumUnseen() {
        bid("ana", 2000);
        assertAccepted(proxy("ana", 9000), 1, true);
        assertShown("2000 ana");
        assertEquals(9000, auction.view("ana").own().max());
    }

    @Test
    void leaderLowersItsMaximumDownToThePrice() {
        proxy("ana", 9000);
        bid("ben", 2000);
        assertRefused(proxy("ana", 2099), BidRejection.TOO_LOW, 2200);
        assertAccepted(proxy("ana", 2100), 3, true);
        assertEquals(2100, auction.view("ana").own().max());
        assertAccepted(bid("ben", 2200), 4, true);
        assertShown("1000 ana proxy", "2000 ben", "2100 ana proxy", "2200 ben");
    }

    @Test
    void leadersMaximumStaysWithinItsLimit() {
        bid("ana", 2000);
        assertRefused(proxy("ana", LIMIT + 1), BidRejection.OVER_LIMIT, 2100);
        assertAccepted(proxy("ana", LIMIT), 1, true);
    }

    @Test
    void leaderTakesBackWhatIsNotSpent() {
        proxy("ana", 9000);
        bid("ben", 2000);
        assertAccepted(proxy("ana", 0), 3, true);
        assertEquals(2100, auction.view("ana").own().max());
        assertAccepted(bid("ben", 2200), 4, true);
        assertShown("1000 ana proxy", "2000 ben", "2100 ana proxy", "2200 ben");
    }

    @Test
    void takingBackChangesNothingForAnybodyElse() {
        assertAccepted(proxy("ben", 0), 0, false);
        assertNull(auction.view("ben").own().max());
        bid("ben", 1000);
        bid("ana", 2000);
        assertAccepted(proxy("ben", 0), 2, false);
        assertEquals(1000, auction.view("ben").own().max());
        assertShown("1000 ben", "2000 ana");
    }

    @Test
    void exactAmountBeatsAnExactAmount() {
        bid("ana", 2000);
        assertAccepted(bid("ben", 2500), 2, true);
        assertShown("2000 ana", "2500 ben");
    }

    @Test
    void proxyBeatsAnExactAmountByOneIncrement() {
        bid("ana", 2000);
        assertAccepted(proxy("ben", 9000), 2, true);
        assertShown("2000 ana", "2100 ben proxy");
    }

    @Test
    void beatenProxyIsShownAtItsMaximumFirst() {
        proxy("ana", 5000);
        assertAccepted(bid("ben", 7000), 3, true);
        assertShown("1000 ana proxy", "5000 ana proxy", "7000 ben");
    }

    @Test
    void proxyBeatsAProxyByTheIncrementOfItsMaximum() {
        proxy("ana", 10_000);
        assertAccepted(proxy("ben", 50_000), 3, true);
        assertShown("1000 ana proxy", "10000 ana proxy", "11000 ben proxy");
    }

    @Test
    void proxyBeatsAProxyByLessThanAnIncrementWhereItHasNoMore() {
        proxy("ana", 10_000);
        assertAccepted(proxy("ben", 10_001), 3, true);
        assertShown("1000 ana proxy", "10000 ana proxy", "10001 ben proxy");
    }

    @Test
    void exactAmountBeatsAProxyByLessThanAnIncrement() {
        proxy("ana", 10_000);
        assertAccepted(bid("ben", 10_001), 3, true);
        assertShown("1000 ana proxy", "10000 ana proxy", "10001 ben");
    }

    @Test
    void leaderWhoStandsAtItsMaximumIsNotShownAgain() {
        proxy("ana", 5000);
        bid("ben", 5000);
        assertAccepted(proxy("eve", 9000), 3, true);
        assertShown("1000 ana proxy", "5000 ana proxy", "5100 eve proxy");
    }

    @Test
    void leadersProxyAnswersAnExactAmount() {
        proxy("ana", 20_000);
        assertAccepted(bid("ben", 12_000), 3, false);
        assertShown("1000 ana proxy", "12000 ben", "13000 ana proxy");
        assertEquals(12_000, auction.view("ben").own().max());
    }

    @Test
    void leadersProxyAnswersAProxy() {
        proxy("ana", 20_000);
        assertAccepted(proxy("ben", 12_000), 3, false);
        assertShown("1000 ana proxy", "12000 ben proxy", "13000 ana proxy");
    }

    @Test
    void leadersProxyAnswersNoHigherThanItsMaximum() {
        proxy("ana", 12_500);
        assertAccepted(bid("ben", 12_000), 3, false);
        assertShown("1000 ana proxy", "12000 ben", "12500 ana proxy");
    }

    @Test
    void earlierKeepsTheLeadInATie() {
        proxy("ana", 12_000);
        assertAccepted(proxy("ben", 12_000), 2, false);
        assertShown("1000 ana proxy", "12000 ana proxy");
        assertEquals(12_000, auction.view("ben").own().max());
    }

    @Test
    void earlierKeepsTheLeadInATieWithAnExactAmount() {
        proxy("ana", 12_000);
        assertAccepted(bid("ben", 12_000), 2, false);
        assertShown("1000 ana proxy", "12000 ana proxy");
    }

    @Test
    void recordsADecisionThatShowsNothing() {
        proxy("ana", 5000);
        assertEquals(2, auction.view("").n());
        assertEquals(0, proxy("ana", 6000).event().bids().size());
        assertEquals(0, proxy("ben", 0).event().bids().size());
        assertEquals(4, auction.view("").n());
        assertEquals(4, auction.events().size());
    }

    @Test
    void numbersNoEventForARefusal() {
        bid("ana", 1);
        bid("stranger", 2000);
        assertEquals(1, auction.events().size());
    }

    @Test
    void keepsMaximaOfTheOutbidAsTheyWere() {
        bid("ana", 2000);
        proxy("ben", 9000);
        assertEquals(2000, auction.view("ana").own().max());
        bid("eve", 9100);
        assertEquals(9000, auction.view("ben").own().max());
    }

    @Test
    void countsExactlyUpToTheHighestInteger() {
        hold(AuctionSetup.bicycle().increments(IncrementTable.fixed(1)));
        for (String member : new String[] {"ana", "ben", "eve"}) {
            auction.paddle(member, 0, MOST);
        }
        proxy("ana", MOST - 2);
        assertAccepted(proxy("ben", MOST - 1), 3, true);
        assertEquals(MOST - 1, auction.view("").price());
        assertEquals(MOST, auction.view("").next());
        assertRefused(bid("eve", MOST - 1), BidRejection.TOO_LOW, MOST);
        assertAccepted(bid("eve", MOST), 4, true);
        assertEquals(MOST + 1, auction.view("").next());
        assertRefused(bid("ana", MOST), BidRejection.TOO_LOW, MOST + 1);
    }

    @Test
    void writesTheNextBidExactlyPastTheHighestInteger() {
        hold(AuctionSetup.bicycle().increments(IncrementTable.fixed(1_000_000_000_000L)));
        auction.paddle("ana", 1, MOST);
        auction.paddle("ben", 2, MOST);
        assertAccepted(bid("ana", MOST), 1, true);
        assertRefused(proxy("ben", MOST), BidRejection.TOO_LOW, MOST + 1_000_000_000_000L);
    }
}
