package com.neighborbid.bidding;

import static com.neighborbid.bidding.RedisAuction.CLIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Redis was lost. PostgreSQL knew of Ana's first bid; that Ben challenged her, that she answered, and that Ben raised
 * his maximum once he led, only the live nodes have heard.
 */
class RecoveryTest {
    private static final long START = AuctionSetup.START_OF_TEST;
    private static final long RECOVERED = START + 5000;

    private final RedisAuction auction = RedisAuction.of(AuctionSetup.bicycle());
    private List<String> heard = List.of();

    @BeforeEach
    void loseRedis() {
        auction.paddle("ana", 1, 50_000);
        auction.paddle("ben", 2, 50_000);
        auction.bid("ana", true, 5000, "a1");
        auction.bid("ben", false, 3000, "b1");
        auction.bid("ben", false, 9000, "b2");
        auction.bid("ben", true, 20_000, "b3");
        heard = auction.events();
        CLIENT.del(auction.keys.keys().toArray(new String[0]));
    }

    private String rebuild(long epoch) {
        List<String> arguments = RedisAuction.fields(AuctionSetup.bicycle());
        arguments.addAll(List.of("state", "OPEN", "price", "1000", "seq", "1", "n", "2", "recorded", "1"));
        arguments.addAll(List.of("leader", "1", "leaderMember", "ana", "leaderMax", "5000"));
        arguments.addAll(List.of("recoverUntil", "" + RECOVERED));
        arguments.addAll(List.of("--", "ana", "1", "50000", "5000", "1", "ben", "2", "50000", "-", "1"));
        arguments.addAll(List.of("==", "1", "a1", "M", "5000", "1", "1"));
        return auction.install(epoch, arguments);
    }

    @Test
    void installsWhatPostgresKnows() {
        try (Channel channel = new Channel(auction.keys.channel())) {
            assertEquals("INSTALLED", rebuild(2));
            assertEquals(List.of("E|" + auction.keys.auction() + "|2|1"), channel.heard(1));
        }
        DecidingAuction.View view = auction.view("ana");
        assertEquals("OPEN", view.state());
        assertEquals(1100, view.next());
        assertEquals(new DecidingAuction.Own(1, 50_000, 5000L, true), view.own());
        assertEquals("1", auction.snapshot("").get(19));
        assertEquals(START + 3_600_000, auction.transition());
    }

    @Test
    void keepsAStateOfThisOrANewerEpoch() {
        rebuild(3);
        heard.forEach(auction::reinstate);
        assertEquals("KEPT", rebuild(3));
        assertEquals("KEPT", rebuild(2));
        assertEquals(9000, auction.view("").price());
    }

    @Test
    void newerEpochReplacesAllThatAnOlderLeft() {
        rebuild(2);
        heard.forEach(auction::reinstate);
        assertEquals("INSTALLED", rebuild(3));
        assertEquals(1000, auction.view("").price());
        assertEquals(List.of("GAP"), RedisAuction.texts(auction.call("nb_log", auction.keys.auction(), "0", "9")));
        assertEquals("APPLIED", auction.reinstate(heard.get(2)).get(0));
    }

    @Test
    void answersAKnownRefWhileItRecovers() {
        rebuild(2);
        assertTrue(auction.bid("ana", true, 5000, "a1").replayed());
        assertEquals("REF_REUSED", auction.bid("ana", true, 5001, "a1").code());
    }

    @Test
    void decidesNothingWhileItRecovers() {
        rebuild(2);
        assertEquals("UNAVAILABLE", auction.bid("ben", false, 4000, "b9").code());
        assertEquals("UNAVAILABLE", auction.bid("stranger", false, 4000, "s1").code());
        assertEquals("NONE", auction.advance());
        assertEquals("UNAVAILABLE", auction.withdraw("stolen", false));
        assertEquals("UNAVAILABLE", auction.returnPaddle("ben"));
        assertEquals("UNAVAILABLE", auction.paddle("ben", 2, 49_999));
        assertEquals("OK", auction.paddle("ben", 2, 60_000));
        assertEquals("OK", auction.paddle("eve", 3, 100));
        auction.clock(RECOVERED);
        assertEquals("ACCEPTED", auction.bid("ben", false, 4000, "b9").code());
    }

    @Test
    void bringsBackWhatTheNodesHeardInAnyOrder() {
        rebuild(2);
        assertEquals(List.of("STORED", "2", "1"), auction.reinstate(heard.get(4)));
        assertEquals(List.of("STORED", "2", "1"), auction.reinstate(heard.get(3)));
        assertEquals(List.of("IGNORED", "2", "1"), auction.reinstate(heard.get(1)));
        assertEquals(List.of("APPLIED", "5", "5"), auction.reinstate(heard.get(2)));
        assertEquals(List.of("IGNORED", "5", "5"), auction.reinstate(heard.get(3)));

        DecidingAuction.View view = auction.view("ben");
        assertEquals(9000, view.price());
        assertEquals(new DecidingAuction.Own(2, 50_000, 20_000L, true), view.own());
        assertTrue(auction.bid("ben", false, 3000, "b1").replayed());
        assertFalse(auction.bid("ben", false, 3000, "b1").leading());
        assertEquals(0, CLIENT.hlen(auction.keys.recoveryKeys().get(4)));
    }

    @Test
    void tellsOutboxAndRoomUnderTheNewEpoch() {
        rebuild(2);
        try (Channel channel = new Channel(auction.keys.channel())) {
            heard.forEach(auction::reinstate);
            List<String> told = heard.subList(2, 5).stream()
                    .map(event -> event.replaceFirst("\\|1\\|", "|2|"))
                    .toList();
            assertEquals(told, channel.heard(3));
            assertEquals(told, auction.events());
        }
    }

    @Test
    void goesOnWhereItWas() {
        rebuild(2);
        heard.forEach(auction::reinstate);
        auction.clock(RECOVERED);
        DecidingAuction.Answer answer = auction.bid("ana", true, 15_000, "a2");
        assertEquals(7, answer.seq());
        assertEquals(6, answer.event().n());
        assertEquals(2, answer.event().epoch());
        assertEquals(16_000, auction.view("").price());
    }

    @Test
    void neverMixesWhatIsDecidedAnewWithWhatCameTooLate() {
        rebuild(2);
        auction.reinstate(heard.get(3));
        auction.clock(RECOVERED);
        auction.bid("ben", false, 4000, "b9");
        assertEquals(List.of("IGNORED", "3", "3"), auction.reinstate(heard.get(2)));
        assertEquals(List.of("IGNORED", "3", "3"), auction.reinstate(heard.get(4)));
        assertEquals(4100, auction.view("").price());
    }

    @Test
    void bringsBackOpeningEndAndClose() {
        List<String> events = new ArrayList<>(List.of(
                "S|x|1|1|" + START + "|OPEN|" + (START + 3_600_000) + "|",
                "B|x|1|2|" + (START + 3_599_999) + "|ana|1|A|5000|1|ana|5000|5000|1|" + (START + 3_629_999)
                        + "|5100||1,5000,1,0|a | b",
                "C|x|1|3|" + (START + 3_629_999) + "|SOLD|1|5000|1|ana|"));
        List<String> arguments = RedisAuction.fields(AuctionSetup.bicycle());
        arguments.addAll(List.of("recoverUntil", "" + (START * 2), "--", "ana", "1", "9000", "-", "1"));
        auction.install(2, arguments);

        assertEquals("STORED", auction.reinstate(events.get(2)).get(0));
        assertEquals("STORED", auction.reinstate(events.get(1)).get(0));
        assertEquals(List.of("APPLIED", "3", "1"), auction.reinstate(events.get(0)));

        DecidingAuction.View view = auction.view("ana");
        assertEquals("CLOSED", view.state());
        assertEquals("SOLD", view.outcome());
        assertEquals(START + 3_629_999, view.endsAt());
        assertEquals(null, auction.transition());
        assertTrue(auction.bid("ana", false, 5000, "a | b").replayed());
    }
}
