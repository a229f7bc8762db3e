package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Soon;
import com.neighborbid.WholeWar;
import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.Auctions;
import com.neighborbid.auction.Lots;
import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Money;
import com.neighborbid.platform.Redis;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.wallet.Balance;
import com.neighborbid.wallet.Purses;
import com.neighborbid.wallet.Wallets;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the container: a bid's whole way, from the engine over Redis and the broker into PostgreSQL, and back from there. */
@ExtendWith(ArquillianExtension.class)
class BidWayIT {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    @Inject
    private BidEngine engine;

    @Inject
    private Paddles paddles;

    @Inject
    private PaddleChanges changes;

    @Inject
    private Auctions auctions;

    @Inject
    private HotAuctions hot;

    @Inject
    private RecordedBids recorded;

    @Inject
    private Wallets wallets;

    @Inject
    private Purses purses;

    @Inject
    private Lots lots;

    @Inject
    private Redis redis;

    private long mina;
    private long bicycle;

    @Deployment
    static WebArchive house() {
        return WholeWar.with(BidWayIT.class);
    }

    @BeforeEach
    void minaTakesAPaddle() {
        mina = purses.memberWith(50_000);
        bicycle = lots.bicycle(purses.memberWith(1), HOUR);
        paddles.issue(bicycle, mina, 30_000);
    }

    @Test
    void acceptedBidIsInPostgresWithItsHashAndCoveredByAHold() throws Exception {
        assertEquals(new BidOutcome.Accepted(1, true), place(mina, false, 12_000, "a1"));

        RecordedBids.Line line = recordedLines(1).get(0);
        assertEquals(12_000, line.bid().amount());
        assertEquals(paddles.own(bicycle, mina).paddle(), line.bid().paddle());
        String auction = Ids.text(bicycle);
        assertEquals(LogChain.next(LogChain.start(auction), auction, line.bid()), line.hash());
        Money held = wallets.openHold(mina, bicycle).orElseThrow();
        assertEquals(new Money(30_000, Currency.KRW), held);
        assertTrue(held.amount() >= line.bid().amount());
        assertEquals(new Balance(20_000, 30_000, Currency.KRW), wallets.balance(mina, Currency.KRW));
        Soon.see(() -> hot.snapshot(bicycle, mina).orElseThrow().recorded(), seq -> seq == 1);
    }

    @Test
    void auctionComesBackWhenRedisHasLostEverything() throws Exception {
        long juno = purses.memberWith(50_000);
        paddles.issue(bicycle, juno, 40_000);
        place(mina, true, 25_000, "a1");
        place(juno, false, 15_000, "a1");
        Snapshot before = hot.snapshot(bicycle, mina).orElseThrow();
        List<RecordedBids.Line> lines = recordedLines(before.seq());

        redis.call(client -> client.flushAll());
        redis.call(client -> client.functionFlush());

        Snapshot after = hot.snapshot(bicycle, mina).orElseThrow();
        assertTrue(after.epoch() > before.epoch(), () -> before + " became " + after);
        assertEquals(before.seq(), after.seq());
        assertEquals(before.price(), after.price());
        assertEquals(before.leader(), after.leader());
        assertEquals(before.own(), after.own());
        assertEquals(before.endsAt(), after.endsAt());

        assertEquals(new BidOutcome.Accepted(1, true), place(mina, true, 25_000, "a1"), "the first answer again");
        BidOutcome next = Soon.see(
                () -> place(juno, false, 30_000, "a2"),
                outcome -> !(outcome instanceof BidOutcome.Rejected refusal
                        && refusal.code() == BidRejection.UNAVAILABLE));
        assertEquals(new BidOutcome.Accepted(before.seq() + 2, true), next, "mina is shown at her maximum first");
        List<RecordedBids.Line> then = recordedLines(before.seq() + 2);
        assertEquals(lines, then.subList(0, lines.size()), "what was recorded stands");
        assertEquals(
                List.of(25_000L, 30_000L),
                then.stream()
                        .skip(lines.size())
                        .map(line -> line.bid().amount())
                        .toList());
    }

    @Test
    void limitThatRedisHeardOfBeforeItsOwnCallStands() {
        AuctionTerms terms = auctions.terms(bicycle).orElseThrow();
        PaddleRows.Row told = changes.raise(terms, mina, 35_000);
        changes.tell(told);
        changes.tell(told);
        PaddleRows.Row mended = changes.raise(terms, mina, 40_000);
        changes.mend(mended);
        changes.tell(mended);
        PaddleRows.Row rebuilt = changes.raise(terms, mina, 45_000);
        redis.call(client -> client.flushAll());
        changes.tell(rebuilt);
        assertEquals(45_000, paddles.own(bicycle, mina).limit());

        PaddleRows.Row overtaken = changes.raise(terms, mina, 46_000);
        paddles.issue(bicycle, mina, 47_000);
        RejectedException refused = assertThrows(RejectedException.class, () -> changes.tell(overtaken));
        assertEquals(PaddleRejection.CHANGED_MEANWHILE, refused.rejection());
        assertEquals(new Balance(3_000, 47_000, Currency.KRW), wallets.balance(mina, Currency.KRW));
    }

    private BidOutcome place(long member, boolean maximum, long value, String ref) {
        return engine.place(new PlaceBid(bicycle, member, maximum, value, ref))
                .toCompletableFuture()
                .join();
    }

    private List<RecordedBids.Line> recordedLines(long seq) {
        return Soon.see(
                () -> recorded.linesAfter(bicycle, 0, LogChain.start(Ids.text(bicycle)), 100),
                lines -> lines.size() == seq);
    }
}
