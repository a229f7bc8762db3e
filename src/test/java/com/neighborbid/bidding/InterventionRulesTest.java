package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the house may do to an auction: pause it, let it go on with the time it lost, and move its end. */
class InterventionRulesTest {
    private static final long OPENS = AuctionSetup.START_OF_TEST + 60_000;
    private static final long ENDS = OPENS + 3_600_000;
    private static final long LEAST = 60_000;

    private final RedisAuction auction =
            RedisAuction.of(AuctionSetup.bicycle().times(OPENS, ENDS).softClose(30, 60));

    @BeforeEach
    void issuePaddles() {
        auction.paddle("ana", 1, 50_000);
        auction.paddle("ben", 2, 50_000);
    }

    private String pause(Long since) {
        return house("nb_pause", since == null ? "" : since.toString(), "Redis was away");
    }

    private String resume() {
        return house("nb_resume", Long.toString(LEAST), "It is back");
    }

    private String extend(long endsAt) {
        return house("nb_extend", Long.toString(endsAt), "Too little time");
    }

    private String house(String function, String argument, String reason) {
        return (String) auction.call(function, auction.keys.auction(), auction.keys.channel(), argument, reason);
    }

    private String bid(String member, long amount) {
        return auction.bid(member, false, amount, member + amount).code();
    }

    private long endsAt() {
        return auction.view("").endsAt();
    }

    @Test
    void pausedAuctionTakesNoBidAndDoesNotEnd() {
        auction.clock(OPENS);
        assertEquals("OK", pause(null));
        assertEquals("PAUSED", bid("ana", 1000));
        auction.clock(ENDS + 1000);
        assertEquals("NONE", auction.advance());
        assertEquals("PAUSED", auction.view("").state());
        assertNull(auction.transition());
    }

    @Test
    void goesOnWithTheTimeThatItHadLeft() {
        auction.clock(ENDS - 600_000);
        pause(null);
        auction.clock(ENDS + 400_000);
        assertEquals("OK", resume());
        assertEquals(ENDS + 1_000_000, endsAt());
        assertEquals(ENDS + 1_000_000, auction.transition());
        assertEquals("ACCEPTED", bid("ana", 1000));
    }

    @Test
    void hasALeastTimeLeftSoThatBiddersComeBack() {
        auction.clock(ENDS - 1000);
        pause(null);
        auction.clock(ENDS + 5000);
        resume();
        assertEquals(ENDS + 5000 + LEAST, endsAt());
    }

    @Test
    void givesBackWhatWasLostBeforeThePause() {
        auction.clock(OPENS + 100_000);
        pause(OPENS + 40_000);
        assertEquals(ENDS + 60_000, endsAt());
        auction.clock(OPENS + 150_000);
        resume();
        assertEquals(ENDS + 110_000, endsAt());
    }

    @Test
    void losesNoTimeBeforeItOpenedNorInTheFuture() {
        auction.clock(OPENS + 10_000);
        pause(AuctionSetup.START_OF_TEST);
        assertEquals(ENDS + 10_000, endsAt());
        resume();
        pause(ENDS);
        assertEquals(ENDS + 10_000, endsAt());
    }

    @Test
    void softCloseReachesAsFarAsEverAfterAPause() {
        auction.clock(ENDS - 600_000);
        pause(null);
        auction.clock(ENDS);
        resume();
        long end = ENDS + 600_000;
        auction.clock(end - 1);
        bid("ana", 1000);
        assertEquals(end + 29_999, endsAt());
        auction.clock(end + 29_998);
        bid("ben", 2000);
        auction.clock(end + 59_997);
        bid("ana", 3000);
        assertEquals(end + 60_000, endsAt());
    }

    @Test
    void everyStepIsRefusedWhereItDoesNotFit() {
        assertEquals("NOT_OPEN", pause(null));
        assertEquals("NOT_OPEN", extend(ENDS + 1));
        auction.clock(OPENS);
        assertEquals("OPEN", resume());
        assertEquals("OK", pause(null));
        assertEquals("PAUSED", pause(null));
        resume();
        auction.clock(ENDS);
        assertEquals("CLOSED", pause(null));
        assertEquals("CLOSED", extend(ENDS + 100_000));
        auction.advance();
        assertEquals("CLOSED", resume());
    }

    @Test
    void movesTheEndOnlyToLater() {
        auction.clock(OPENS);
        assertEquals("NOT_LATER", extend(ENDS));
        assertEquals("OK", extend(ENDS + 1));
        assertEquals("NOT_LATER", extend(ENDS + 1));
        assertEquals(ENDS + 1, endsAt());
    }

    @Test
    void extendingAPauseDoesNotShortenIt() {
        auction.clock(OPENS);
        pause(null);
        auction.clock(OPENS + 1000);
        extend(ENDS + 500);
        auction.clock(OPENS + 2000);
        resume();
        assertEquals(ENDS + 2500, endsAt());
    }

    @Test
    void tellsEachStepAsAnEventWithItsReason() {
        auction.clock(OPENS);
        pause(null);
        resume();
        List<String> events = auction.events();
        AuctionEvent.StateChanged paused = (AuctionEvent.StateChanged) AuctionEvent.parse(events.get(1));
        assertEquals("PAUSED", paused.state().name());
        assertEquals("Redis was away", paused.reason());
        assertEquals(2, paused.n());
        assertEquals("It is back", ((AuctionEvent.StateChanged) AuctionEvent.parse(events.get(2))).reason());
    }

    @Test
    void pauseThatIsBroughtBackAfterALossCountsFromItsEvent() {
        auction.clock(OPENS);
        bid("ana", 1000);
        pause(null);
        List<String> events = auction.events();
        RedisAuction.CLIENT.del(auction.keys.keys().toArray(new String[0]));
        List<String> fields =
                RedisAuction.fields(AuctionSetup.bicycle().times(OPENS, ENDS).softClose(30, 60));
        fields.addAll(List.of("state", "OPEN", "n", "1", "recoverUntil", Long.toString(ENDS)));
        fields.addAll(List.of("--", "ana", "1", "50000", "-", "1"));
        auction.install(2, fields);
        events.forEach(auction::reinstate);
        assertEquals("PAUSED", auction.view("").state());
        assertEquals(Long.toString(OPENS), auction.state("pausedAt"));
    }
}
