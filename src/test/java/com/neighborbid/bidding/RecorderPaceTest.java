package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent.BidsRecorded;
import com.neighborbid.bidding.AuctionEvent.StateChanged;
import com.neighborbid.platform.UnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecorderPaceTest {
    private static final int ANSWER_MS = 60_000;
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private final RecorderPace pace = paceOfOneBatch(ANSWER_MS);

    @Test
    void aBatchThatIsRecordedBeforeItsSendingEndsIsNotWaitedFor() {
        pace.leave(event("a", 3), () -> pace.heard(new BidsRecorded("a", 2, 3, "head")));

        assertTimeoutPreemptively(AT_ONCE, pace::awaitTurn);
    }

    @Test
    void aBatchThatDidNotLeaveIsNotWaitedFor() {
        assertThrows(
                UnavailableException.class,
                () -> pace.leave(event("a", 3), () -> {
                    throw new UnavailableException("Broker: away", new IllegalStateException());
                }));

        assertTimeoutPreemptively(AT_ONCE, pace::awaitTurn);
    }

    @Test
    void theNextWaitsUntilItsLastEventIsRecorded() throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        pace.leave(event("a", 3), () -> {});
        Thread recorder = new Thread(() -> {
            for (BidsRecorded news : new BidsRecorded[] {
                new BidsRecorded("a", 1, 2, "head"),
                new BidsRecorded("b", 1, 3, "head"),
                new BidsRecorded("a", 2, 3, "")
            }) {
                told.incrementAndGet();
                pace.heard(news);
            }
        });
        recorder.start();

        assertTimeoutPreemptively(AT_ONCE, pace::awaitTurn);
        assertEquals(3, told.get());
        recorder.join();
    }

    @Test
    void nobodyWaitsForeverForNewsThatWereLost() {
        RecorderPace impatient = paceOfOneBatch(10);
        impatient.leave(event("a", 3), () -> {});

        assertTimeoutPreemptively(AT_ONCE, impatient::awaitTurn);
    }

    private static RecorderPace paceOfOneBatch(int answerMs) {
        RecorderPace pace = new RecorderPace();
        pace.config = new BiddingConfig(
                64, 1, 1, 0, 1, 1000, 0, 1000, 4000, 0, 500, 1, 0, answerMs, 60_000, 5000, 50, 60_000);
        return pace;
    }

    private static String event(String auction, long n) {
        return new StateChanged(auction, 1, n, 1, AuctionState.OPEN, 1, "").text();
    }
}
