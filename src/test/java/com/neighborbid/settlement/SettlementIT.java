package com.neighborbid.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Soon;
import com.neighborbid.WholeWar;
import com.neighborbid.auction.Lots;
import com.neighborbid.bidding.BidEngine;
import com.neighborbid.bidding.BidOutcome;
import com.neighborbid.bidding.Paddles;
import com.neighborbid.bidding.PlaceBid;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Messages;
import com.neighborbid.wallet.Balance;
import com.neighborbid.wallet.Purses;
import com.neighborbid.wallet.TrialBalance;
import com.neighborbid.wallet.Wallets;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the container: an auction closes by itself and is settled by its message, once however often that comes. */
@ExtendWith(ArquillianExtension.class)
class SettlementIT {
    private static final long LIFE_MS = TimeUnit.SECONDS.toMillis(8);
    private static final long PRICE = 20_010;
    /** Three per cent, rounded down. */
    private static final long FEE = 600;

    @Inject
    private BidEngine engine;

    @Inject
    private Paddles paddles;

    @Inject
    private Orders orders;

    @Inject
    private Messages messages;

    @Inject
    private Wallets wallets;

    @Inject
    private TrialBalance books;

    @Inject
    private Purses purses;

    @Inject
    private Lots lots;

    @Inject
    private Ledgers ledgers;

    @Deployment
    static WebArchive house() {
        return WholeWar.with(SettlementIT.class, Ledgers.class);
    }

    @Test
    void closedAuctionIsSettledOnceHoweverOftenItsMessageComes() {
        long seller = purses.memberWith(1);
        long mina = purses.memberWith(50_000);
        long juno = purses.memberWith(50_000);
        long bicycle = lots.bicycle(seller, LIFE_MS);
        paddles.issue(bicycle, mina, 30_000);
        paddles.issue(bicycle, juno, 40_000);
        place(bicycle, mina, 12_000);
        place(bicycle, juno, PRICE);
        assertEquals(new Balance(10_000, 40_000, Currency.KRW), balance(juno));

        Soon.see(() -> ledgers.settlements(bicycle), count -> count == 1);
        // The same message again, others with the same meaning, many at a time, for four receivers.
        messages.send(Stream.of("a", "a", "b", "c", "d", "e", "f", "g")
                .map(id -> new Messages.Outgoing(
                        SettlementWorker.QUEUE, "again-" + Ids.text(bicycle) + id, Ids.text(bicycle)))
                .toList());
        settleAnotherAfterThem();

        assertEquals(1, ledgers.settlements(bicycle));
        Order order = onlyOrder(juno);
        assertEquals(
                List.of(order.id()),
                orders.newest(seller, Long.MAX_VALUE, 10).stream()
                        .map(Order::id)
                        .toList());
        assertEquals(PRICE, order.sale().price().amount());
        assertEquals(FEE, order.fee().amount());
        assertEquals(PRICE, ledgers.escrow(bicycle));
        assertEquals(new Balance(50_000 - PRICE, 0, Currency.KRW), balance(juno));
        assertEquals(new Balance(50_000, 0, Currency.KRW), balance(mina));
        assertEquals(Map.of("CAPTURED", 1L, "RELEASED", 1L), ledgers.holds(bicycle));
        assertBalanced();

        long feesBefore = ledgers.fees();
        orders.receive(juno, order.id());
        assertEquals(new Balance(1 + PRICE - FEE, 0, Currency.KRW), balance(seller));
        assertEquals(0, ledgers.escrow(bicycle));
        assertEquals(FEE, ledgers.fees() - feesBefore);
        assertBalanced();
    }

    /** The queue's messages before this auction's are done, or nearly: there are four receivers. */
    private void settleAnotherAfterThem() {
        long lamp = lots.bicycle(purses.memberWith(1), TimeUnit.SECONDS.toMillis(2));
        Soon.see(() -> ledgers.settlements(lamp), count -> count == 1);
    }

    private Order onlyOrder(long buyer) {
        List<Order> found = orders.newest(buyer, Long.MAX_VALUE, 10);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private void place(long auction, long member, long amount) {
        BidOutcome outcome = engine.place(new PlaceBid(auction, member, false, amount, "a1"))
                .toCompletableFuture()
                .join();
        assertTrue(outcome instanceof BidOutcome.Accepted, outcome::toString);
    }

    private Balance balance(long member) {
        return wallets.balance(member, Currency.KRW);
    }

    private void assertBalanced() {
        assertTrue(books.balances().balances(), () -> books.balances().toString());
        assertTrue(books.audit().isClean(), () -> books.audit().toString());
    }
}
