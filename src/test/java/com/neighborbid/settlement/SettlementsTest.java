package com.neighborbid.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.wallet.Balance;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementsTest {
    private final SettlementFixture fixture = new SettlementFixture();
    private final long seller = fixture.memberWith(0);
    private final long auction = fixture.open(seller);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void putsThePriceInEscrowAndGivesTheRestBack() {
        List<Long> bidders = fixture.bidders(auction, 50_000, 40_000, 30_000);
        fixture.close(auction, AuctionOutcome.SOLD, bidders.get(0), 41_000);

        fixture.settlements.settle(auction);

        assertEquals(9_000, fixture.balance(bidders.get(0)).available());
        assertEquals(40_000, fixture.balance(bidders.get(1)).available());
        assertEquals(30_000, fixture.balance(bidders.get(2)).available());
        bidders.forEach(bidder -> assertEquals(0, fixture.balance(bidder).held()));
        Order order = fixture.orders.newest(seller, Long.MAX_VALUE, 10).get(0);
        assertEquals(bidders.get(0), order.buyer());
        assertEquals(OrderStatus.HELD_IN_ESCROW, order.status());
        assertEquals(41_000, order.sale().price().amount());
        assertEquals(1_230, order.fee().amount());
        assertEquals(SettlementFixture.NOW + 7L * 86_400_000, order.releaseAt());
        assertTrue(fixture.booksBalance());
    }

    @Test
    void tellsBothSidesOfASale() {
        long buyer = fixture.bidders(auction, 100).get(0);
        fixture.close(auction, AuctionOutcome.SOLD, buyer, 100);

        fixture.settlements.settle(auction);

        long order = fixture.orders.newest(buyer, Long.MAX_VALUE, 1).get(0).id();
        assertEquals(
                List.of(
                        new MemberNotice("WON", buyer, auction, order, 100L, null).json(),
                        new MemberNotice("SOLD", seller, auction, order, 100L, null).json()),
                fixture.notices());
    }

    @Test
    void givesEverythingBackWhenNothingIsSold() {
        List<Long> bidders = fixture.bidders(auction, 500, 400);
        fixture.close(auction, AuctionOutcome.RESERVE_NOT_MET, bidders.get(0), 410);

        fixture.settlements.settle(auction);

        assertEquals(500, fixture.balance(bidders.get(0)).available());
        assertEquals(400, fixture.balance(bidders.get(1)).available());
        assertEquals(List.of(), fixture.orders.newest(seller, Long.MAX_VALUE, 10));
        assertEquals(
                List.of(new MemberNotice("UNSOLD", seller, auction, null, null, "RESERVE_NOT_MET").json()),
                fixture.notices());
        assertTrue(fixture.booksBalance());
    }

    @Test
    void changesNothingTheSecondTime() {
        List<Long> bidders = fixture.bidders(auction, 500, 400);
        fixture.close(auction, AuctionOutcome.SOLD, bidders.get(0), 410);
        fixture.settlements.settle(auction);
        List<String> told = fixture.notices();
        long transfers = fixture.count("SELECT count(*) FROM transfer");

        fixture.settlements.settle(auction);

        assertEquals(told, fixture.notices());
        assertEquals(transfers, fixture.count("SELECT count(*) FROM transfer"));
    }

    @Test
    void goesOnWhereItWasCutOff() {
        List<Long> bidders = fixture.bidders(auction, 500, 400);
        fixture.close(auction, AuctionOutcome.SOLD, bidders.get(0), 410);
        fixture.steps.decide(auction);
        assertEquals(400, fixture.balance(bidders.get(1)).held());

        fixture.settlements.settle(auction);

        assertEquals(new Balance(400, 0, com.neighborbid.platform.Currency.KRW), fixture.balance(bidders.get(1)));
        assertEquals(1, fixture.count("SELECT count(*) FROM auction_order"));
        assertTrue(fixture.booksBalance());
    }

    @Test
    void settlesOnceWhenManyTryAtOnce() throws Exception {
        List<Long> bidders = fixture.bidders(
                auction, LongStream.range(0, 130).map(i -> 1000 + i).toArray());
        fixture.close(auction, AuctionOutcome.SOLD, bidders.get(0), 1000);
        int workers = 4;
        CyclicBarrier start = new CyclicBarrier(workers);
        ExecutorService executor = Executors.newFixedThreadPool(workers);

        List<Future<?>> runs = IntStream.range(0, workers)
                .<Future<?>>mapToObj(i -> executor.submit(() -> {
                    start.await();
                    fixture.settlements.settle(auction);
                    return null;
                }))
                .toList();
        for (Future<?> run : runs) {
            run.get();
        }
        executor.shutdown();

        assertEquals(1, fixture.holds(auction, "CAPTURED"));
        assertEquals(129, fixture.holds(auction, "RELEASED"));
        assertEquals(129, fixture.count("SELECT count(*) FROM transfer WHERE kind = 'RELEASE'"));
        assertEquals(1, fixture.count("SELECT count(*) FROM transfer WHERE kind = 'CAPTURE'"));
        assertEquals(2, fixture.notices().size());
        assertTrue(fixture.booksBalance());
    }

    @Test
    void refusesAnAuctionThatIsNotClosed() {
        long bidder = fixture.bidders(auction, 500).get(0);

        assertThrows(IllegalStateException.class, () -> fixture.settlements.settle(auction));

        assertEquals(500, fixture.balance(bidder).held());
        assertEquals(0, fixture.count("SELECT count(*) FROM settlement"));
    }

    @Test
    void settlesNothingWhenTheWinnersHoldIsShort() {
        List<Long> bidders = fixture.bidders(auction, 500, 400);
        fixture.close(auction, AuctionOutcome.SOLD, bidders.get(0), 501);

        assertThrows(IllegalStateException.class, () -> fixture.settlements.settle(auction));

        assertEquals(0, fixture.count("SELECT count(*) FROM settlement"));
        assertEquals(2, fixture.holds(auction, "OPEN"));
        assertTrue(fixture.notices().isEmpty());
    }

    @Test
    void sweepsUpWhatNobodySettled() {
        long bidder = fixture.bidders(auction, 500).get(0);
        fixture.close(auction, AuctionOutcome.WITHDRAWN, 0, 0);
        SettlementSweep sweep = fixture.house.get(SettlementSweep.class);

        sweep.turn();
        assertEquals(500, fixture.balance(bidder).held(), "its message may still be on its way");

        fixture.now += 30_000;
        sweep.turn();
        assertEquals(0, fixture.balance(bidder).held());
        assertEquals(500, fixture.balance(bidder).available());
    }

    @Test
    void sweepsUpAHoldThatCameAfterTheSettlement() {
        fixture.close(auction, AuctionOutcome.NO_BIDS, 0, 0);
        fixture.settlements.settle(auction);
        long bidder = fixture.bidders(auction, 500).get(0);
        fixture.now += 30_000;

        fixture.house.get(SettlementSweep.class).turn();

        assertEquals(500, fixture.balance(bidder).available());
    }

    @Test
    void looksBackFurtherEveryTenMinutes() {
        SettlementSweep sweep = fixture.house.get(SettlementSweep.class);
        sweep.turn();
        long bidder = fixture.bidders(auction, 500).get(0);
        fixture.close(auction, AuctionOutcome.WITHDRAWN, 0, 0);
        fixture.execute("UPDATE auction SET closed_at = closed_at - " + 2 * 3_600_000);

        fixture.now += 30_000;
        sweep.turn();
        assertEquals(500, fixture.balance(bidder).held(), "the last hour is looked at");

        fixture.now += 600_000;
        sweep.turn();
        assertEquals(500, fixture.balance(bidder).available());
    }

    @Test
    void sweepsUpTheOthersWhenOneCannotBeSettled() {
        long broke = fixture.bidders(auction, 500).get(0);
        fixture.close(auction, AuctionOutcome.SOLD, broke, 501);
        long another = fixture.open(seller);
        long bidder = fixture.bidders(another, 300).get(0);
        fixture.close(another, AuctionOutcome.NO_BIDS, 0, 0);
        fixture.now += 30_000;

        fixture.house.get(SettlementSweep.class).turn();

        assertEquals(300, fixture.balance(bidder).available());
        assertFalse(fixture.steps.unsettled(0, fixture.now, true, 10).isEmpty());
    }
}
