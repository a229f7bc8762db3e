package com.neighborbid.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.wallet.Balance;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** However an auction ends and however many hold money in it: nobody has more or less than is right, and once. */
class SettlementPropertyTest {
    private static final SettlementFixture HOUSE = new SettlementFixture();

    @AfterContainer
    static void close() {
        HOUSE.close();
    }

    @Property(tries = 25)
    void givesEveryoneTheirDueOnce(
            @ForAll AuctionOutcome outcome,
            @ForAll @Size(max = 110) List<@LongRange(min = 1, max = 1_000_000) Long> limits,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll boolean cutOff) {
        long seller = HOUSE.memberWith(0);
        long auction = HOUSE.open(seller);
        List<Long> bidders = HOUSE.bidders(
                auction, limits.stream().mapToLong(Long::longValue).toArray());
        boolean sold = outcome == AuctionOutcome.SOLD && !bidders.isEmpty();
        AuctionOutcome ended = outcome == AuctionOutcome.SOLD && !sold ? AuctionOutcome.NO_BIDS : outcome;
        long price = bidders.isEmpty() ? 0 : Math.max(1, limits.get(0) * percent / 100);
        HOUSE.close(auction, ended, bidders.isEmpty() ? 0 : bidders.get(0), price);

        if (cutOff) {
            HOUSE.steps.decide(auction);
        }
        HOUSE.settlements.settle(auction);
        check(auction, bidders, limits, sold ? price : 0);
        HOUSE.settlements.settle(auction);
        check(auction, bidders, limits, sold ? price : 0);

        if (sold) {
            HOUSE.orders.receive(
                    bidders.get(0),
                    HOUSE.orders.newest(seller, Long.MAX_VALUE, 1).get(0).id());
            assertEquals(price - price * 3 / 100, HOUSE.balance(seller).available());
        }
        assertTrue(HOUSE.booksBalance());
    }

    /** @param paid what the first bidder has paid, 0 without a sale */
    private static void check(long auction, List<Long> bidders, List<Long> limits, long paid) {
        List<Balance> balances = HOUSE.balances(bidders);
        for (int i = 0; i < bidders.size(); i++) {
            assertEquals(limits.get(i) - (i == 0 ? paid : 0), balances.get(i).available());
            assertEquals(0, balances.get(i).held());
        }
        int captured = paid > 0 ? 1 : 0;
        assertEquals(0, HOUSE.holds(auction, "OPEN"));
        assertEquals(captured, HOUSE.holds(auction, "CAPTURED"));
        assertEquals(bidders.size() - captured, HOUSE.holds(auction, "RELEASED"));
        assertEquals(
                bidders.size() - captured,
                HOUSE.count("SELECT count(*) FROM transfer WHERE kind = 'RELEASE' AND auction_id = " + auction));
        assertTrue(HOUSE.booksBalance());
    }
}
