package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.auction.LivePrice;
import com.neighborbid.auction.LivePrices;
import com.neighborbid.auction.LiveView;
import com.neighborbid.bidding.AuctionEvent;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed in a time of its own: nothing waits, and a second passes by being counted. */
class FeedTest {
    private static final int TICK_MS = 300;
    private static final long BICYCLE = 101;
    private static final long LAMP = 102;
    private static final long LONG_CLOSED = 103;
    private static final long UNKNOWN = 104;

    private final VirtualTime time = new VirtualTime();
    private final Record record = new Record();
    private final Prices prices = new Prices();
    private final Feed feed = new Feed();
    private final Client mina = new Client();
    private final Client joon = new Client();

    @BeforeEach
    void open() {
        feed.time = time;
        feed.livePrices = prices;
        feed.recorded = record;
        feed.config = new FeedConfig(TICK_MS, 200, 50, 10);
        feed.open();
        prices.set(BICYCLE, open(1_000, 0));
        prices.set(LAMP, open(5_000, 3));
    }

    @Test
    void tellsEachWatchedAuctionAtOnce() {
        feed.watch(mina, Set.of(BICYCLE, LAMP));
        pass(50);

        assertEquals(Set.of(tick(BICYCLE, open(1_000, 0)), tick(LAMP, open(5_000, 3))), Set.copyOf(mina.frames()));
        assertEquals(1, prices.readings, "one reading for all");
    }

    @Test
    void tellsTheLatestAtMostOnceAPauseHoweverMuchIsBid() {
        feed.watch(mina, Set.of(BICYCLE));
        for (int seq = 1; seq <= 1000; seq++) {
            feed.heard(bid(BICYCLE, 1_000 + seq, seq));
            pass(10);
        }
        pass(TICK_MS);

        assertTrue(mina.times.size() > 10_000 / (TICK_MS + 50), () -> "too quiet: " + mina.times);
        for (int i = 1; i < mina.times.size(); i++) {
            long gap = mina.times.get(i) - mina.times.get(i - 1);
            assertTrue(gap >= TICK_MS, () -> "too fast: " + mina.times);
        }
        assertEquals(tick(BICYCLE, open(2_000, 1000)), mina.last(), "the last is never left out");
    }

    @Test
    void aQuietAuctionIsTold0nlyWhenItChanges() {
        feed.watch(mina, Set.of(BICYCLE));
        pass(10_000);
        assertEquals(1, mina.frames().size());

        feed.heard(bid(BICYCLE, 1_500, 1));
        pass(50);
        assertEquals(tick(BICYCLE, open(1_500, 1)), mina.last());
    }

    @Test
    void keepsThePauseOfEachWatcherForItself() {
        feed.watch(mina, Set.of(BICYCLE));
        pass(200);
        feed.watch(joon, Set.of(BICYCLE));
        pass(50);
        assertEquals(1, joon.frames().size());

        feed.heard(bid(BICYCLE, 1_500, 1));
        pass(100);
        assertEquals(2, mina.frames().size(), "her pause is over");
        assertEquals(1, joon.frames().size(), "his is not");
        pass(TICK_MS);
        assertEquals(mina.frames(), joon.frames());
    }

    @Test
    void aNewWatchReplacesTheOneBefore() {
        feed.watch(mina, Set.of(BICYCLE));
        pass(50);
        feed.watch(mina, Set.of(LAMP));
        pass(50);
        feed.heard(bid(BICYCLE, 1_500, 1));
        feed.heard(bid(LAMP, 6_000, 4));
        pass(1_000);

        assertEquals(
                List.of(tick(BICYCLE, open(1_000, 0)), tick(LAMP, open(5_000, 3)), tick(LAMP, open(6_000, 4))),
                mina.frames());
    }

    @Test
    void tellsAgainWhatIsWatchedAgainButNotSooner() {
        feed.watch(mina, Set.of(BICYCLE));
        pass(100);
        feed.watch(mina, Set.of(BICYCLE));
        pass(100);
        assertEquals(1, mina.frames().size());

        pass(TICK_MS);
        assertEquals(2, mina.frames().size());
        pass(10_000);
        assertEquals(2, mina.frames().size());
    }

    @Test
    void readsAnewWhatABidDoesNotTell() {
        feed.watch(mina, Set.of(BICYCLE));
        pass(50);
        LivePrice closed = new LivePrice(AuctionState.CLOSED, AuctionOutcome.NO_BIDS, 1_000, 0, 9_000);
        prices.set(BICYCLE, closed);
        feed.heard(AuctionEvent.parse("C|" + Ids.text(BICYCLE) + "|1|1|1|NO_BIDS|0||||"));
        pass(1_000);

        assertEquals(tick(BICYCLE, closed), mina.last());
    }

    @Test
    void aReadingYieldsToABidThatCameMeanwhile() {
        feed.watch(mina, Set.of(BICYCLE));
        prices.whileReading = () -> feed.heard(bid(BICYCLE, 1_500, 1));
        pass(50);

        assertEquals(List.of(tick(BICYCLE, open(1_500, 1))), mina.frames());
    }

    @Test
    void catchesUpWhenNewsMayHaveBeenLost() {
        feed.watch(mina, Set.of(BICYCLE));
        pass(50);
        prices.set(BICYCLE, open(3_000, 9));
        feed.reconnected();
        pass(1_000);

        assertEquals(tick(BICYCLE, open(3_000, 9)), mina.last());
    }

    @Test
    void showsWhatIsRecordedWhereNothingLiveIsKnown() {
        record.closed(LONG_CLOSED, 7_000, 5);
        feed.watch(mina, Set.of(LONG_CLOSED, UNKNOWN));
        pass(50);

        assertEquals(
                List.of(tick(LONG_CLOSED, new LivePrice(AuctionState.CLOSED, AuctionOutcome.SOLD, 7_000, 5, 9_000))),
                mina.frames());
        assertEquals(1, feed.size(), "what is no auction is forgotten");
    }

    @Test
    void neverGoesBackToWhatIsRecordedWhileRedisIsAway() {
        record.closed(BICYCLE, 1_200, 2);
        prices.set(BICYCLE, open(1_500, 5));
        feed.watch(mina, Set.of(BICYCLE));
        pass(50);
        prices.known.clear();
        feed.reconnected();
        pass(1_000);

        assertEquals(List.of(tick(BICYCLE, open(1_500, 5))), mina.frames());
    }

    @Test
    void asksAgainWhenTheRecordIsAway() {
        record.away = true;
        feed.watch(mina, Set.of(BICYCLE, LONG_CLOSED));
        time.now += 50;
        assertThrows(UnavailableException.class, () -> feed.turn(time.now));
        record.away = false;
        record.closed(LONG_CLOSED, 7_000, 5);
        pass(2_000);

        assertEquals(2, mina.frames().size());
    }

    @Test
    void forgetsWhoLeaves() {
        feed.watch(mina, Set.of(BICYCLE));
        feed.watch(joon, Set.of(BICYCLE, LAMP));
        feed.leave(joon);
        pass(50);
        feed.heard(bid(BICYCLE, 1_500, 1));
        pass(1_000);

        assertEquals(List.of(), joon.frames());
        assertEquals(2, mina.frames().size());
        assertEquals(1, feed.size());
        feed.leave(mina);
        assertEquals(0, feed.size());
    }

    private void pass(long ms) {
        for (long until = time.now + ms; time.now < until; ) {
            time.now += 5;
            feed.turn(time.now);
        }
    }

    private static LivePrice open(long price, long seq) {
        return new LivePrice(AuctionState.OPEN, null, price, seq, 9_000);
    }

    private static String tick(long auction, LivePrice price) {
        return FeedAuction.tick(Ids.text(auction), price);
    }

    private static AuctionEvent bid(long auction, long price, long seq) {
        return AuctionEvent.parse("B|" + Ids.text(auction) + "|1|" + seq + "|1|m1|1|A|" + price + "|1|m1|" + price + "|"
                + price + "|" + seq + "|9000|" + (price + 100) + "||" + seq + "," + price + ",1,0|r");
    }

    private final class Client implements FrameReceiver {
        private final List<String> told = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();

        @Override
        public void send(Frame frame) {
            frame.texts().forEach(text -> {
                told.add(text);
                times.add(time.now);
            });
        }

        List<String> frames() {
            return told;
        }

        String last() {
            return told.get(told.size() - 1);
        }
    }

    private static final class VirtualTime extends Time {
        private long now = 1_000_000;

        @Override
        public long ticks() {
            return TimeUnit.MILLISECONDS.toNanos(now);
        }
    }

    private static final class Prices implements LivePrices {
        private final Map<Long, LivePrice> known = new HashMap<>();
        private Runnable whileReading = () -> {};
        private int readings;

        void set(long auction, LivePrice price) {
            known.put(auction, price);
        }

        @Override
        public Map<Long, LivePrice> of(Collection<Long> ids) {
            readings++;
            Map<Long, LivePrice> found = new HashMap<>(known);
            found.keySet().retainAll(ids);
            whileReading.run();
            whileReading = () -> {};
            return found;
        }

        @Override
        public Optional<LiveView> of(long id) {
            return Optional.empty();
        }
    }

    private static final class Record extends Auctions {
        private final Map<Long, AuctionTerms> known = new HashMap<>();
        private boolean away;

        void closed(long id, long price, long seq) {
            known.put(
                    id,
                    new AuctionTerms(
                            id,
                            1,
                            "Lamp",
                            Currency.KRW,
                            1_000,
                            null,
                            "0:100",
                            0,
                            9_000,
                            9_000,
                            0,
                            0,
                            AuctionState.CLOSED,
                            AuctionOutcome.SOLD,
                            1,
                            price,
                            seq,
                            1,
                            true,
                            null,
                            null));
        }

        @Override
        public Map<Long, AuctionTerms> terms(Collection<Long> ids) {
            if (away) {
                throw new UnavailableException("away", new IllegalStateException());
            }
            Map<Long, AuctionTerms> found = new HashMap<>(known);
            found.keySet().retainAll(ids);
            return found;
        }
    }
}
