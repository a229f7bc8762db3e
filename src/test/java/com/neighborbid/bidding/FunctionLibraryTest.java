package com.neighborbid.bidding;

import static com.neighborbid.bidding.RedisAuction.CLIENT;
import static com.neighborbid.bidding.RedisAuction.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.IncrementTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisDataException;

/** What the functions promise beside the rules of a bid: clock, versions, log, watermark, watchers, publications. */
class FunctionLibraryTest {
    private static final long START = AuctionSetup.START_OF_TEST;

    private final RedisAuction auction = RedisAuction.of(AuctionSetup.bicycle());

    private String paddle(String member, long limit, long version) {
        return (String) auction.call(
                "nb_paddle", auction.keys.auction(), member, "1", Long.toString(limit), Long.toString(version));
    }

    private String giveBack(String member, long version) {
        return (String) auction.call("nb_paddle_return", auction.keys.auction(), member, Long.toString(version));
    }

    private List<String> log(long since, long limit) {
        return texts(auction.call("nb_log", auction.keys.auction(), Long.toString(since), Long.toString(limit)));
    }

    private String recorded(long seq, String head, long n) {
        return (String)
                auction.call("nb_recorded", auction.keys.auction(), auction.keys.channel(), "" + seq, head, "" + n);
    }

    private String watching(String node, int count) {
        return (String) CLIENT.fcall(
                "nb_presence",
                auction.keys.presenceKeys(),
                List.of(auction.keys.auction(), auction.keys.channel(), node, "" + count));
    }

    private static List<String> due(String closing, int most) {
        return texts(CLIENT.fcall("nb_due", List.of(closing), List.of("" + most)));
    }

    private void bidTimes(int times) {
        auction.paddle("ana", 1, 1_000_000);
        auction.paddle("ben", 2, 1_000_000);
        for (int i = 0; i < times; i++) {
            auction.bid(i % 2 == 0 ? "ana" : "ben", false, 1000 + 100L * i, "ref" + i);
        }
    }

    @Test
    void saysMissingWithoutAState() {
        RedisAuction unknown = RedisAuction.unknown();
        String id = unknown.keys.auction();
        String channel = unknown.keys.channel();

        assertEquals(List.of("MISSING"), texts(unknown.call("nb_bid", id, "ana", channel, "A", "1", "r")));
        assertEquals("MISSING", unknown.paddle("ana", 1, 1));
        assertEquals("MISSING", unknown.returnPaddle("ana"));
        assertEquals("MISSING", unknown.advance());
        assertEquals("MISSING", unknown.withdraw("", true));
        assertEquals(List.of("MISSING"), unknown.snapshot(""));
        assertEquals(List.of("MISSING"), texts(unknown.call("nb_log", id, "0", "10")));
        assertEquals("MISSING", unknown.call("nb_recorded", id, channel, "1", "head", "1"));
        assertEquals("MISSING", unknown.reinstate("S|" + id + "|1|1|1|OPEN|2|").get(0));
        assertFalse(CLIENT.exists(unknown.keys.recoveryKeys().toArray(new String[0])) > 0);
    }

    @Test
    void decidesByRedissOwnClock() {
        RedisAuction open = RedisAuction.unknown();
        open.install(
                1,
                new ArrayList<>(List.of(
                        "opensAt",
                        "0",
                        "endsAt",
                        "" + START,
                        "start",
                        "1000",
                        "increments",
                        IncrementTable.KRW.text())));
        open.paddle("ana", 1, 5000);
        long before = redisMillis();
        long at = open.bid("ana", false, 1000, "r").event().at();
        assertTrue(before <= at && at <= redisMillis());
    }

    @Test
    void neverRunsAnAuctionsClockBack() {
        bidTimes(1);
        auction.clock(START + 1000);
        assertEquals(START + 1000, auction.bid("ben", false, 2000, "b").event().at());
        assertEquals("" + (START + 1000), auction.state("clock"));
        assertEquals("" + (START + 1000), auction.snapshot("").get(1));
    }

    @Test
    void tellsTheClosingClockWhenToLook() {
        long ends = START + 3_600_000;
        RedisAuction later = RedisAuction.of(AuctionSetup.bicycle().times(START + 5000, ends));
        assertEquals(START + 5000, later.transition());
        later.clock(START + 5000);
        List<String> answer = texts(later.call("nb_advance", later.keys.auction(), later.keys.channel()));
        assertEquals(List.of("OPENED", "" + ends), answer);
        assertEquals(ends, later.transition());
        later.paddle("ana", 1, 5000);
        later.clock(ends - 1);
        later.bid("ana", false, 1000, "r");
        assertEquals(ends + 29_999, later.transition());
        later.clock(ends + 29_999);
        assertEquals(
                List.of("CLOSED", ""), texts(later.call("nb_advance", later.keys.auction(), later.keys.channel())));
        assertNull(later.transition());
    }

    @Test
    void tellsWhatIsDueAndTheFirstThatIsNotYet() {
        String closing = RoomKeys.closing(RedisAuction.unknown().keys.partition());
        long now = Long.parseLong(due(closing, 10).get(0));
        long soon = now + 3_600_000;
        assertEquals(1, due(closing, 10).size());
        CLIENT.zadd(closing, Map.of("far", soon + 1.0, "next", (double) soon));
        assertEquals(List.of("next", "" + soon), due(closing, 10).subList(1, 3));
        assertEquals(3, due(closing, 10).size());
        CLIENT.zadd(closing, Map.of("second", (double) now, "first", now - 1.0));
        List<String> all = List.of("first", "" + (now - 1), "second", "" + now, "next", "" + soon);
        assertEquals(all, due(closing, 10).subList(1, 7));
        assertEquals(
                List.of("first", "" + (now - 1), "next", "" + soon),
                due(closing, 1).subList(1, 5));
    }

    @Test
    void newerVersionOfAPaddleStands() {
        assertEquals("OK", paddle("ana", 5000, 3));
        assertEquals("OK", paddle("ana", 5000, 3));
        assertEquals("STALE", paddle("ana", 9000, 3));
        assertEquals("STALE", paddle("ana", 9000, 2));
        assertEquals("STALE", giveBack("ana", 2));
        assertEquals("OK", giveBack("ana", 4));
        assertEquals("OK", giveBack("ana", 4));
        assertEquals("NO_PADDLE", giveBack("ana", 5));
        assertEquals("STALE", paddle("ana", 9000, 4));
        assertEquals("OK", paddle("ana", 9000, 5));
        assertEquals("NO_PADDLE", giveBack("ben", 1));
    }

    @Test
    void believesNothingOfADecisionThatEndedWithAnError() {
        auction.paddle("ana", 1, 1_000_000);
        auction.paddle("ben", 2, 1_000_000);
        auction.bid("ana", false, 1000, "first");
        String outbox = auction.keys.outbox();
        CLIENT.rename(outbox, outbox + ":away");
        CLIENT.set(outbox, "no stream");
        assertThrows(JedisDataException.class, () -> auction.bid("ben", false, 5000, "second"));
        CLIENT.rename(outbox + ":away", outbox);

        assertEquals(2, auction.bid("ben", false, 1100, "second").seq());

        assertEquals(
                List.of("1", "2"),
                auction.events().stream()
                        .filter(event -> event.startsWith("B|"))
                        .map(event -> event.split("\\|")[13])
                        .toList());
    }

    @Test
    void forgetsRefsButNotTheLastTwoHundred() {
        auction.paddle("ana", 1, 1_000_000);
        for (int i = 0; i < 600; i++) {
            auction.bid("ana", true, 1000 + i, "ref" + i);
        }
        assertTrue(auction.bid("ana", true, 1400, "ref400").replayed());
        assertFalse(auction.bid("ana", true, 5000, "ref0").replayed());
        assertTrue(CLIENT.hlen(auction.keys.state()) <= 2 * 256 + 3);
    }

    @Test
    void readsTheLogAfterASeq() {
        bidTimes(5);
        assertEquals(List.of("1", "5", "4,1300,2,0," + START, "5,1400,1,0," + START), log(3, 100));
        assertEquals(List.of("1", "5", "1,1000,1,0," + START, "2,1100,2,0," + START), log(0, 2));
        assertEquals(List.of("1", "5"), log(5, 100));
        assertEquals(List.of("GAP"), log(6, 100));
    }

    @Test
    void saysGapWhereTheLogNoLongerReaches() {
        RedisAuction busy = RedisAuction.unknown();
        List<String> fields = RedisAuction.fields(AuctionSetup.bicycle());
        fields.addAll(List.of("logLength", "10"));
        busy.install(1, fields);
        busy.paddle("ana", 1, 10_000_000);
        busy.paddle("ben", 2, 10_000_000);
        for (int i = 0; i < 300; i++) {
            busy.bid(i % 2 == 0 ? "ana" : "ben", false, 1000 + 10_000L * i, "ref" + i);
        }
        assertEquals(List.of("GAP"), texts(busy.call("nb_log", busy.keys.auction(), "0", "10")));
        assertEquals(
                3, texts(busy.call("nb_log", busy.keys.auction(), "299", "10")).size());
    }

    @Test
    void watermarkOnlyRises() {
        bidTimes(3);
        try (Channel channel = new Channel(auction.keys.channel())) {
            assertEquals("OK", recorded(2, "head2", 3));
            assertEquals("KEPT", recorded(1, "head1", 2));
            assertEquals("KEPT", recorded(2, "head2", 3));
            assertEquals("OK", recorded(2, "head2", 4));
            assertEquals("OK", recorded(3, "head3", 5));
            String id = auction.keys.auction();
            assertEquals(
                    List.of("R|" + id + "|2|3|head2", "R|" + id + "|2|4|head2", "R|" + id + "|3|5|head3"),
                    channel.heard(3));
        }
        assertEquals("3", auction.snapshot("").get(15));
        assertEquals("5", auction.state("recordedN"));
    }

    @Test
    void addsUpTheWatchersOfAllNodesAndTellsChangesAlone() {
        try (Channel channel = new Channel(auction.keys.channel())) {
            assertEquals("3", watching("n1", 3));
            assertEquals("3", watching("n1", 3));
            assertEquals("5", watching("n2", 2));
            assertEquals("2", watching("n1", 0));
            String id = auction.keys.auction();
            assertEquals(List.of("W|" + id + "|3", "W|" + id + "|5", "W|" + id + "|2"), channel.heard(3));
        }
    }

    @Test
    void forgetsANodeThatFellSilent() {
        watching("n1", 3);
        CLIENT.hset(auction.keys.watching(), "n1", "3 " + (redisMillis() - 1));
        assertEquals("2", watching("n2", 2));
        assertNull(CLIENT.hget(auction.keys.watching(), "n1"));
    }

    @Test
    void publishesWhatItAppendsToTheOutbox() {
        try (Channel channel = new Channel(auction.keys.channel())) {
            bidTimes(2);
            auction.withdraw("stolen", false);
            assertEquals(auction.events(), channel.heard(4));
        }
    }

    @Test
    void tellsADecisionInOneText() {
        bidTimes(1);
        String expected = "B|" + auction.keys.auction() + "|1|2|" + START + "|ana|1|A|1000|1|ana|1000|1000|1|"
                + (START + 3_600_000) + "|1100||1,1000,1,0|ref0";
        assertEquals(expected, auction.events().get(1));
    }

    @Test
    void refusesAStateWithAFieldThatItDoesNotKnow() {
        RedisAuction unknown = RedisAuction.unknown();
        List<String> fields = RedisAuction.fields(AuctionSetup.bicycle());
        fields.addAll(List.of("colour", "red"));
        assertThrows(JedisDataException.class, () -> unknown.install(1, fields));
        assertThrows(JedisDataException.class, () -> unknown.install(1, List.of("opensAt", "0")));
        assertEquals(List.of("MISSING"), unknown.snapshot(""));
    }

    private static long redisMillis() {
        return Long.parseLong((String) CLIENT.eval(
                "local t = redis.call('TIME') return t[1] .. string.sub(" + "string.format('%06d', t[2]), 1, 3)"));
    }
}
