package com.neighborbid.auction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Page;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ReadyListsTest {
    private static final int KEPT_MS = 1000;
    private static final long MILLI = 1_000_000;

    private final AtomicLong ticks = new AtomicLong();
    private final Shelf shelf = new Shelf();
    private ReadyLists lists = lists(KEPT_MS);

    /** What the database and Redis have. */
    private static final class Shelf extends AuctionLists {
        volatile long price = 10_000;
        volatile CountDownLatch open = new CountDownLatch(0);
        volatile boolean broken;

        @Override
        Page<AuctionSummary> page(ListQuery query) {
            Page<AuctionSummary> found = new Page<>(List.of(bicycle(price)), null);
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (broken) {
                throw new UnavailableException("PostgreSQL: gone");
            }
            return found;
        }
    }

    @Test
    void whoAsksTheSameWithinASecondGetsTheSame() {
        byte[] first = ask("state=OPEN&q=bicycle");
        ticks.addAndGet((KEPT_MS - 1) * MILLI);

        assertArrayEquals(first, ask("q=bicycle&state=OPEN"));
        assertEquals(1, lists.made());
        assertEquals(1, lists.given());
    }

    @Test
    void isMadeAgainAfterThat() {
        ask("");
        ticks.addAndGet(KEPT_MS * MILLI);
        ask("");

        assertEquals(2, lists.made());
    }

    @Test
    void aBidInAnAuctionThatIsShownIsSeenAtOnce() {
        ask("");
        shelf.price = 12_000;
        lists.moved("bicycle");

        assertEquals(12_000, price(ask("")));
    }

    @Test
    void aBidElsewhereChangesNothing() {
        ask("");
        lists.moved("guitar");
        ask("");

        assertEquals(1, lists.made());
    }

    @Test
    void aNewAuctionIsSeenAtOnce() {
        ask("");
        lists.created(new AuctionCreated(1));
        ask("");

        assertEquals(2, lists.made());
    }

    @Test
    void whereTooManyMoveAllHave() {
        ask("");
        for (int i = 0; i <= 5000; i++) {
            lists.moved("lot " + i);
        }
        ask("");

        assertEquals(2, lists.made());
    }

    @ParameterizedTest
    @ValueSource(strings = {"seller=0000000000001", "watched=true", "near=37.5,127"})
    void whatIsSomebodysOwnIsMadeForEachCall(String query) {
        ask(query);
        ask(query);

        assertEquals(2, lists.made());
    }

    @Test
    void isNeverKeptWhereThatIsSetSo() {
        lists = lists(0);
        ask("");
        ask("");

        assertEquals(2, lists.made());
    }

    @Test
    void oneMakesItAndTheOthersWait() throws InterruptedException {
        shelf.open = new CountDownLatch(1);
        Thread first = new Thread(() -> ask(""));
        Thread second = new Thread(() -> ask(""));
        start(first);
        start(second);
        shelf.open.countDown();
        first.join();
        second.join();

        assertEquals(1, lists.made());
        assertEquals(1, lists.given());
    }

    @Test
    void whoComesAfterABidSeesItThoughAnotherBeganBefore() throws InterruptedException {
        shelf.open = new CountDownLatch(1);
        Thread first = new Thread(() -> ask(""));
        start(first);
        ticks.addAndGet(MILLI);
        shelf.price = 12_000;
        lists.moved("bicycle");
        ticks.addAndGet(MILLI);
        CompletableFuture<byte[]> seen = new CompletableFuture<>();
        Thread second = new Thread(() -> seen.complete(ask("")));
        start(second);
        shelf.open.countDown();
        first.join();

        assertEquals(12_000, price(seen.join()));
    }

    @Test
    void aFailureIsNotKept() {
        shelf.broken = true;
        assertThrows(UnavailableException.class, () -> ask(""));
        shelf.broken = false;

        assertEquals(10_000, price(ask("")));
    }

    @Test
    void aFailureIsTheirsToWhoWaitsForIt() throws InterruptedException {
        shelf.open = new CountDownLatch(1);
        shelf.broken = true;
        Thread first = new Thread(() -> assertThrows(UnavailableException.class, () -> ask("")));
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        Thread second = new Thread(() -> told.complete(assertThrows(UnavailableException.class, () -> ask(""))));
        start(first);
        start(second);
        shelf.open.countDown();

        assertEquals("PostgreSQL: gone", told.join().getMessage());
        assertEquals(0, lists.made());
    }

    private ReadyLists lists(int keptMs) {
        ReadyLists made = new ReadyLists() {
            @Override
            String text(Page<AuctionSummary> page) {
                return Long.toString(page.items().get(0).price());
            }
        };
        made.lists = shelf;
        made.config = new ListConfig(keptMs, 1 << 20);
        made.time = new Time() {
            @Override
            public long ticks() {
                return ticks.get();
            }
        };
        made.open();
        ticks.addAndGet(MILLI);
        return made;
    }

    private byte[] ask(String query) {
        return lists.page(query(query));
    }

    private static long price(byte[] list) {
        return Long.parseLong(new String(list, StandardCharsets.UTF_8));
    }

    /** Starts it, and comes back when it waits. */
    private static void start(Thread thread) {
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
    }

    private static ListQuery query(String query) {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.add(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
        }
        return ListQuery.of(parameters, OptionalLong.of(1));
    }

    private static AuctionSummary bicycle(long price) {
        return new AuctionSummary(
                "bicycle",
                "자전거",
                AuctionState.OPEN,
                null,
                "bicycles",
                Currency.KRW,
                price,
                0,
                0,
                0,
                1,
                null,
                null,
                null,
                new SellerView("1", "Mina", null));
    }
}
