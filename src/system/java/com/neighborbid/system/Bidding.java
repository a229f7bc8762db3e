package com.neighborbid.system;

import com.neighborbid.load.BidFrame;
import com.neighborbid.load.RecordedBid;
import com.neighborbid.load.ResumingRoom;
import com.neighborbid.load.RoomEvents;
import com.neighborbid.load.Seat;
import com.neighborbid.load.SocketLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Bids at a steady rate in all auctions of a fair, one bid in five a proxy, whatever happens to the house. A bidder who
 * waits for an answer does not bid again. All but the questions of the test runs on the loop's thread.
 */
final class Bidding {
    private static final int PROXY_EACH = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SocketLoop loop;
    private final List<Bidder> bidders = new ArrayList<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final CountDownLatch entered;
    private final long gap;
    private volatile boolean running = true;
    private volatile long sent;
    private int turn;

    Bidding(SocketLoop loop, Fair fair, int bidsASecond) {
        this.loop = loop;
        this.gap = TimeUnit.SECONDS.toNanos(1) / bidsASecond;
        int seats = fair.members().size();
        for (int i = 0; i < seats; i++) {
            for (Lot lot : fair.lots()) {
                bidders.add(new Bidder(lot, lot.seats().get(i)));
            }
        }
        entered = new CountDownLatch(bidders.size());
    }

    /** Enters every room and begins to bid. */
    void begin() {
        loop.execute(() -> bidders.forEach(bidder -> bidder.room.join()));
        await(entered, PATIENCE);
        loop.execute(() -> bidNext(System.nanoTime()));
    }

    /** Lets the bids go on for so long. */
    void goOn(Duration time) {
        CountDownLatch passed = new CountDownLatch(1);
        loop.after(time.toMillis(), passed::countDown);
        await(passed, time.plus(PATIENCE));
    }

    /** Sends no new bids from now on. */
    void stop() {
        running = false;
    }

    /** Leaves all rooms. */
    void leave() {
        loop.execute(() -> bidders.forEach(bidder -> bidder.room.leave()));
    }

    /** How many bids still wait for their answer. */
    int unanswered() {
        return bidders.stream().mapToInt(bidder -> bidder.waiting).sum();
    }

    /** Whether every bidder has heard that its auction is over. */
    boolean allClosed() {
        return bidders.stream().allMatch(bidder -> bidder.closed);
    }

    /** How many sockets ended without a close frame. */
    int dropped() {
        return bidders.stream().mapToInt(bidder -> bidder.room.dropped()).sum();
    }

    /** What should not have happened. */
    List<String> surprises() {
        bidders.stream()
                .filter(bidder -> bidder.room.breaks() > 0)
                .forEach(bidder -> surprises.add(bidder.lot.auction() + ": a hole or a repeat in what was shown"));
        return List.copyOf(surprises);
    }

    @Override
    public String toString() {
        int connects =
                bidders.stream().mapToInt(bidder -> bidder.room.connects()).sum();
        int resyncs = bidders.stream().mapToInt(bidder -> bidder.room.resyncs()).sum();
        return sent + " bids sent, " + connects + " connects of " + bidders.size() + " clients, " + resyncs
                + " of them with a resync";
    }

    private void bidNext(long due) {
        if (!running) {
            return;
        }
        for (int tried = 0; tried < bidders.size(); tried++) {
            turn = (turn + 1) % bidders.size();
            if (bidders.get(turn).bid()) {
                sent++;
                break;
            }
        }
        loop.at(due + gap, () -> bidNext(Math.max(due + gap, System.nanoTime() - TimeUnit.SECONDS.toNanos(1))));
    }

    private static void await(CountDownLatch latch, Duration most) {
        try {
            if (!latch.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("still waiting after " + most);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One paddle's owner in one room. */
    private final class Bidder implements RoomEvents {
        private final Lot lot;
        private final Seat seat;
        private final ResumingRoom room;
        private final Map<String, Long> exact = new HashMap<>();
        private long next = Fair.START_PRICE;
        private int bids;
        private boolean in;
        private volatile int waiting;
        private volatile boolean closed;

        Bidder(Lot lot, Seat seat) {
            this.lot = lot;
            this.seat = seat;
            this.room = new ResumingRoom(
                    loop, seat.member().room(lot.auction()), seat.member().token(), this);
        }

        boolean bid() {
            if (waiting > 0 || closed) {
                return false;
            }
            String ref = "b" + ++bids;
            waiting = 1;
            if (bids % PROXY_EACH == 0) {
                room.proxy(ref, next + 3 * Fair.INCREMENT);
            } else {
                exact.put(ref, next);
                room.bid(ref, next);
            }
            return true;
        }

        @Override
        public void welcome(Welcome welcome) {
            next = welcome.next();
            closed |= welcome.state().equals("CLOSED");
            if (!in) {
                in = true;
                entered.countDown();
            }
        }

        @Override
        public void bids(BidFrame frame) {
            next = frame.next();
            for (int i = 0; i < frame.size(); i++) {
                RecordedBid bid = frame.bid(i);
                RecordedBid before = lot.shown().putIfAbsent(bid.seq(), bid);
                if (before != null && !before.equals(bid)) {
                    surprises.add(lot.auction() + " showed " + before + " and " + bid);
                }
            }
        }

        @Override
        public void accepted(String ref, long seq, boolean leading) {
            waiting = 0;
            Long amount = exact.remove(ref);
            if (amount != null) {
                lot.accepted().add(new Lot.Accepted(seat.paddle(), amount, seq, leading));
            }
        }

        @Override
        public void rejected(String ref, String code, long least) {
            waiting = 0;
            next = Math.max(next, least);
            exact.remove(ref);
            switch (code) {
                case "TOO_LOW", "ALREADY_LEADING" -> {}
                case "CLOSED" -> closed = true;
                default -> surprises.add(lot.auction() + " refused " + ref + " with " + code);
            }
        }

        @Override
        public void ended(String outcome, long seq, long price, int paddle) {
            closed = true;
            if (!outcome.equals("SOLD")) {
                surprises.add(lot.auction() + " ended " + outcome);
            }
        }

        @Override
        public void error(String code, String ref) {
            surprises.add(lot.auction() + " error " + code + " for " + ref);
        }
    }
}
