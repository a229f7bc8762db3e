package com.neighborbid.load;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One measured stretch of bidding in some rooms, open loop (bids go out at their times, whatever the answers do) or
 * closed loop (each bidder bids again when its answer is there). It warms up, measures, then waits for what is still on
 * its way, but not for ever.
 */
final class BidTrial {
    private static final long DRAIN_MILLIS = 15_000;
    private static final long DRAIN_STEP_MILLIS = 20;

    private final SocketLoop loop;
    private final List<LoadRoom> rooms;
    private final Tally tally;
    private final long start;
    private final long end;
    private final CountDownLatch over = new CountDownLatch(1);
    private long gap;
    private long due;
    private int turn;

    private BidTrial(SocketLoop loop, List<LoadRoom> rooms, LoadOptions options) {
        this.loop = loop;
        this.rooms = rooms;
        start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
        long measured = start + TimeUnit.SECONDS.toNanos(options.warmupSeconds());
        tally = new Tally(measured);
        end = measured + TimeUnit.SECONDS.toNanos(options.seconds());
    }

    /** Bids at this rate a second, spread evenly over time and rooms. */
    static Tally openLoop(SocketLoop loop, List<LoadRoom> rooms, int rate, LoadOptions options) {
        BidTrial trial = new BidTrial(loop, rooms, options);
        trial.gap = TimeUnit.SECONDS.toNanos(1) / rate;
        trial.due = trial.start;
        return trial.run(trial::sendDue);
    }

    /** Every bidder of every room bids, awaits its answer, and bids again. */
    static Tally closedLoop(SocketLoop loop, List<LoadRoom> rooms, LoadOptions options) {
        BidTrial trial = new BidTrial(loop, rooms, options);
        return trial.run(trial::sendFirst);
    }

    private Tally run(Runnable first) {
        loop.execute(() -> rooms.forEach(room -> room.measure(tally)));
        loop.at(start, first);
        try {
            long patience = end - System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * DRAIN_MILLIS);
            if (!over.await(patience, TimeUnit.NANOSECONDS)) {
                throw new ContractException("the trial did not end: the load program itself is overloaded");
            }
            return tally;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException("interrupted in a trial", e);
        }
    }

    private void sendDue() {
        long now = System.nanoTime();
        while (due - now <= 0 && due - end < 0) {
            rooms.get(turn).bid(due);
            turn = (turn + 1) % rooms.size();
            due += gap;
        }
        if (due - end < 0) {
            loop.at(due, this::sendDue);
        } else {
            drain(now + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS));
        }
    }

    private void sendFirst() {
        for (LoadRoom room : rooms) {
            for (LoadBidder bidder : room.bidders()) {
                bidder.onAnswer(() -> again(bidder));
                bidder.bid(System.nanoTime());
            }
        }
        loop.at(end, () -> drain(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MILLIS)));
    }

    private void again(LoadBidder bidder) {
        long now = System.nanoTime();
        if (now - end < 0) {
            bidder.bid(now);
        }
    }

    private void drain(long latest) {
        boolean waiting =
                rooms.stream().anyMatch(room -> room.bidders().stream().anyMatch(bidder -> bidder.waiting() > 0));
        if (waiting && System.nanoTime() - latest < 0) {
            loop.after(DRAIN_STEP_MILLIS, () -> drain(latest));
            return;
        }
        rooms.forEach(room -> room.bidders().forEach(bidder -> bidder.onAnswer(null)));
        over.countDown();
    }
}
