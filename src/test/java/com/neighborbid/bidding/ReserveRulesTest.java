package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 6: a bicycle with a reserve of 8,000 won. */
class ReserveRulesTest extends DecisionTest {
    private static final long RESERVE = 8000;

    @BeforeEach
    void holdWithReserve() {
        hold(AuctionSetup.bicycle().reserve(RESERVE));
    }

    private boolean met() {
        return auction.view("").reserveMet();
    }

    @Test
    void saysNothingOfAReserveWhereThereIsNone() {
        hold(AuctionSetup.bicycle());
        bid("ana", 9000);
        assertNull(auction.view("").reserveMet());
    }

    @Test
    void isNotMetBeforeABidNorByALowerMaximum() {
        assertFalse(met());
        proxy("ana", RESERVE - 1);
        assertFalse(met());
        assertShown("1000 ana proxy");
    }

    @Test
    void firstProxyThatReachesItIsLiftedThereInOneBid() {
        assertAccepted(proxy("ana", RESERVE), 1, true);
        assertShown("8000 ana proxy");
        assertTrue(met());
    }

    @Test
    void exactAmountAboveItStandsAsItIs() {
        bid("ana", RESERVE + 500);
        assertShown("8500 ana");
        assertTrue(met());
    }

    @Test
    void winningProxyIsLiftedThereInOneBid() {
        proxy("ana", 3000);
        assertAccepted(proxy("ben", 9000), 3, true);
        assertShown("1000 ana proxy", "3000 ana proxy", "8000 ben proxy");
    }

    @Test
    void winningProxyAboveItNeedsNoLift() {
        proxy("ana", 7999);
        proxy("ben", 9000);
        assertShown("1000 ana proxy", "7999 ana proxy", "8099 ben proxy");
    }

    @Test
    void leaderWhoRaisesItsMaximumToItIsShownThereByOneProxyBid() {
        bid("ana", 2000);
        assertAccepted(proxy("ana", RESERVE), 2, true);
        assertShown("2000 ana", "8000 ana proxy");
        assertTrue(met());
    }

    @Test
    void leaderWhoRaisesItsMaximumBelowItIsNotShown() {
        bid("ana", 2000);
        assertAccepted(proxy("ana", RESERVE - 1), 1, true);
        assertShown("2000 ana");
        assertFalse(met());
    }

    @Test
    void leaderWhoStandsAboveItRaisesItsMaximumUnseen() {
        bid("ana", RESERVE + 500);
        assertAccepted(proxy("ana", 20_000), 1, true);
        assertShown("8500 ana");
    }

    @Test
    void staysMetWhenTheLeaderTakesItsMaximumBack() {
        proxy("ana", 20_000);
        proxy("ana", 0);
        assertEquals(RESERVE, auction.view("ana").own().max());
        assertTrue(met());
    }

    @Test
    void losingChallengesBelowItLeaveItUnmet() {
        proxy("ana", 7000);
        bid("ben", 4000);
        proxy("ben", 7000);
        assertShown("1000 ana proxy", "4000 ben", "4100 ana proxy", "7000 ana proxy");
        assertFalse(met());
    }

    @Test
    void unmetReserveSellsNothing() {
        bid("ana", 7999);
        auction.clock(auction.view("").endsAt());
        auction.advance();
        assertEquals("RESERVE_NOT_MET", auction.view("").outcome());
    }

    @Test
    void metReserveSells() {
        proxy("ana", RESERVE);
        auction.clock(auction.view("").endsAt());
        auction.advance();
        assertEquals("SOLD", auction.view("").outcome());
    }
}
