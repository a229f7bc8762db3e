package com.neighborbid.bidding;

import com.neighborbid.bidding.AuctionEvent.BidsRecorded;
import com.neighborbid.bidding.AuctionEvent.Numbered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the relay at the recorder's pace: few batches are on their way at once, so that under load they grow instead of
 * piling up small in the queue, where each would cost a transaction. A batch has arrived when its last event is told as
 * recorded; such news may be lost, so nobody waits for it longer than a bound.
 */
@ApplicationScoped
class RecorderPace implements AuctionListener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Last> onTheirWay = new ArrayDeque<>();

    @Inject
    @SuppressWarnings("NullAway.Init")
    BiddingConfig config;

    /** The last event of a batch. */
    private record Last(String auction, long n) {}

    /**
     * Has a batch leave, of which this is the last event. Where the sending fails it is not on its way. It is from the
     * sending's beginning on: the recorder may have told of it before the broker has answered, and in many rooms nothing
     * else will be told of its last auction for long.
     */
    void leave(String lastEvent, Runnable sending) {
        if (!(AuctionEvent.parse(lastEvent) instanceof Numbered event)) {
            sending.run();
            return;
        }
        Last last = new Last(event.auction(), event.n());
        locked(() -> onTheirWay.add(last));
        try {
            sending.run();
        } catch (RuntimeException failure) {
            locked(() -> onTheirWay.remove(last));
            throw failure;
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until one more batch may leave; gives up waiting for those that no news came of within the bound. */
    void awaitTurn() throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(config.relayAnswerMs());
            while (onTheirWay.size() >= config.relayBatches()) {
                if (left <= 0) {
                    onTheirWay.clear();
                    return;
                }
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void heard(AuctionEvent event) {
        if (event instanceof BidsRecorded recorded) {
            locked(() -> {
                boolean any = onTheirWay.removeIf(
                        last -> last.n() <= recorded.n() && last.auction().equals(recorded.auction()));
                if (any) {
                    arrived.signalAll();
                }
            });
        }
    }
}
