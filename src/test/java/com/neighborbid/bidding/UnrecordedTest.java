package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent.BidsRecorded;
import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.UnavailableException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node acknowledged goes back to a Redis that does not answer at first. */
@Timeout(30)
class UnrecordedTest {
    private static final long AUCTION = 101;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger failures = new AtomicInteger();
    private final BlockingQueue<List<String>> sentBack = new LinkedBlockingQueue<>();
    private final Unrecorded unrecorded = new Unrecorded();

    @BeforeEach
    void open() {
        unrecorded.executor = (ManagedScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, arguments) -> method.invoke(thread, arguments));
        unrecorded.hot = new HotAuctions() {
            @Override
            public Optional<Snapshot> snapshot(long auction, long member) {
                if (failures.get() > 0) {
                    failures.decrementAndGet();
                    throw new UnavailableException("Redis: Connection reset");
                }
                return Optional.empty();
            }
        };
        unrecorded.functions = new BidFunctions() {
            @Override
            Call reinstate(long auction, String event) {
                return new Call("nb_reinstate", List.of("key"), List.of(event));
            }

            @Override
            List<List<String>> all(List<Call> calls) {
                sentBack.add(calls.stream().map(call -> call.arguments().get(0)).toList());
                return List.of();
            }
        };
        unrecorded.keep(AUCTION, event(1));
        unrecorded.keep(AUCTION, event(2));
    }

    @AfterEach
    void close() {
        thread.shutdownNow();
    }

    @Test
    void goesBackOnceRedisAnswers() throws InterruptedException {
        failures.set(3);

        unrecorded.reconnected();

        assertEquals(List.of(event(1), event(2)), sentBack.poll(10, TimeUnit.SECONDS));
        assertEquals(0, failures.get());
    }

    @Test
    void doesNotGoBackWhenItWasRecordedMeanwhile() throws InterruptedException {
        unrecorded.heard(new BidsRecorded(Ids.text(AUCTION), 2, 2, "head"));
        unrecorded.reconnected();

        thread.shutdown();
        assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS), "it has looked");
        assertNull(sentBack.poll());
    }

    private static String event(long n) {
        return new AuctionEvent.StateChanged(Ids.text(AUCTION), 1, n, 5_000, AuctionState.OPEN, 9_000, "").text();
    }
}
