package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.bidding.ShownBid;
import com.neighborbid.bidding.Snapshot;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import jakarta.websocket.CloseReason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A room, while Redis has no answer for some calls: the end of an auction is said once, and everybody hears it. */
@Timeout(30)
class RoomsTest {
    private static final long AUCTION = 101;

    private final ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final State redis = new State();
    private final Rooms rooms = new Rooms();

    @BeforeEach
    void open() {
        rooms.hot = redis;
        rooms.lanes = new Lanes() {
            @Override
            ScheduledExecutorService of(long auction) {
                return lane;
            }
        };
        rooms.config =
                new LiveConfig(true, 1, 100, 1, 250, 60, 200, 1000, 1_000_000, 20_000, 60_000, 100, 500, 10, 10, 10);
        rooms.time = new Time();
    }

    @AfterEach
    void close() {
        lane.shutdownNow();
    }

    @Test
    void asksAgainWhatItMissedUntilRedisAnswers() throws InterruptedException {
        enter();
        redis.closeAuction();
        redis.failures.set(3);

        rooms.reconnected();

        assertTrue(next().contains("\"type\":\"bid\""), "the bid that was not heard");
        assertEquals(closed(), next());
        assertEquals(0, redis.failures.get());
    }

    @Test
    void asksAgainWhenAnEndNamesBidsThatItHasNotHeard() throws InterruptedException {
        enter();
        redis.closeAuction();
        redis.failures.set(2);

        rooms.heard(new AuctionClosed(Ids.text(AUCTION), 1, 7, 5_000, AuctionOutcome.SOLD, 1, null, ""));

        assertTrue(next().contains("\"type\":\"bid\""), "the bid that was not heard");
        assertEquals(closed(), next());
    }

    @Test
    void tellsWhoComesMeanwhileToComeBack() throws InterruptedException {
        redis.failures.set(1);
        rooms.join(AUCTION, watcher(), null, null);
        assertEquals(Closing.TRY_LATER.toString(), next());
    }

    private void enter() throws InterruptedException {
        rooms.join(AUCTION, watcher(), null, null);
        assertTrue(next().contains("\"type\":\"welcome\""));
    }

    private String next() throws InterruptedException {
        String frame = heard.poll(10, TimeUnit.SECONDS);
        assertNotNull(frame, "nothing more was said");
        return frame;
    }

    private static String closed() {
        return "{\"type\":\"closed\",\"outcome\":\"SOLD\",\"seq\":1,\"price\":10000,\"paddle\":3}";
    }

    private Watcher watcher() {
        Outlet outlet = new Outlet() {
            @Override
            public void send(Frame frame) {
                heard.addAll(frame.texts());
            }

            @Override
            public void ping(byte[] data) {}

            @Override
            public void close(CloseReason reason) {
                heard.add(reason.toString());
            }
        };
        return new Watcher("w", null, new SendQueue(outlet, 1_000_000), 0);
    }

    /** What Redis says of the auction, once it says anything. */
    private static final class State extends HotAuctions {
        final AtomicInteger failures = new AtomicInteger();
        private volatile boolean closed;

        void closeAuction() {
            closed = true;
        }

        @Override
        public Optional<Snapshot> snapshot(long auction, long member) {
            if (failures.get() > 0) {
                failures.decrementAndGet();
                throw new UnavailableException("Redis: Connection reset");
            }
            return Optional.of(
                    closed
                            ? new Snapshot(
                                    5_000,
                                    1,
                                    AuctionState.CLOSED,
                                    1,
                                    10_000,
                                    3,
                                    "11000",
                                    4_000,
                                    null,
                                    AuctionOutcome.SOLD,
                                    null,
                                    1)
                            : new Snapshot(
                                    1_000, 1, AuctionState.OPEN, 0, 10_000, null, "10000", 4_000, null, null, null, 0));
        }

        @Override
        public Optional<List<ShownBid>> since(long auction, long epoch, long since) {
            return Optional.of(since == 0 ? List.of(new ShownBid(1, 10_000, 3, false, 3_000)) : List.of());
        }
    }
}
