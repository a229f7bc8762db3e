package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Soon;
import com.neighborbid.WholeWar;
import com.neighborbid.auction.Lots;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.Leader;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Redis;
import com.neighborbid.wallet.Purses;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the container: PostgreSQL is older than Redis, since it was restored, or Redis is older than PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
class RecordLifeIT {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    @Inject
    private RecordGuard guard;

    @Inject
    private RecordLife record;

    @Inject
    private BidLog log;

    @Inject
    private BidEngine engine;

    @Inject
    private Paddles paddles;

    @Inject
    private HotAuctions hot;

    @Inject
    private RecordedBids recorded;

    @Inject
    private Redis redis;

    @Inject
    private BiddingConfig config;

    @Inject
    private OlderRecord older;

    @Inject
    private Purses purses;

    @Inject
    private Lots lots;

    private long mina;
    private long juno;
    private long bicycle;

    @Deployment
    static WebArchive house() {
        return WholeWar.with(RecordLifeIT.class, OlderRecord.class, StoredAuction.class);
    }

    @BeforeEach
    void minaAndJunoBid() {
        mina = purses.memberWith(50_000);
        juno = purses.memberWith(50_000);
        bicycle = lots.bicycle(purses.memberWith(1), HOUR);
        paddles.issue(bicycle, mina, 30_000);
        paddles.issue(bicycle, juno, 30_000);
        bid(mina, 12_000, "m1");
        bid(juno, 15_000, "j1");
        bid(mina, 18_000, "m2");
        Soon.see(() -> hot.snapshot(bicycle, 0).orElseThrow().recorded(), seq -> seq == 3);
    }

    /** Or the states of the next test would be swept while it makes them. */
    @AfterEach
    void awaitTheNewLife() {
        guard.turn();
    }

    @Test
    void noNodeOpensOnARecordThatIsOlderThanRedis() {
        guard.meet();
        older.firstBidOnly(bicycle);

        IllegalStateException refusal = assertThrows(IllegalStateException.class, guard::meet);
        assertTrue(refusal.getMessage().contains("begin_life"), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(Ids.text(bicycle)), refusal::getMessage);

        older.begin();
        guard.meet();
    }

    @Test
    void aNewLifeGoesOnFromTheRecordAndRefusesWhatWasDecidedBefore() {
        Snapshot lost = hot.snapshot(bicycle, mina).orElseThrow();
        older.firstBidOnly(bicycle);
        long life = older.begin();

        Snapshot now = Soon.see(() -> hot.snapshot(bicycle, mina).orElseThrow(), state -> state.epoch() > lost.epoch());
        assertEquals(life, RecordLife.of(now.epoch()));
        assertEquals(1, now.seq());
        assertEquals(12_000, now.price());
        assertEquals(List.of(), log.record(lostBid(lost.epoch())).fenced(), "nothing of it comes back");
        assertEquals(1, hot.snapshot(bicycle, mina).orElseThrow().seq());

        bid(juno, 20_000, "j1");
        List<RecordedBids.Line> lines = Soon.see(
                () -> recorded.linesAfter(bicycle, 0, LogChain.start(Ids.text(bicycle)), 100),
                found -> found.size() == 2);
        assertEquals(20_000, lines.get(1).bid().amount());
        String auction = Ids.text(bicycle);
        assertEquals(
                LogChain.next(lines.get(0).hash(), auction, lines.get(1).bid()),
                lines.get(1).hash());
    }

    @Test
    void everyLifeIsAboveTheOneBefore() {
        long first = older.begin();
        long second = older.begin();
        assertTrue(second > first, () -> second + " after " + first);
        assertEquals(second, record.current());
    }

    @Test
    void aStateThatIsOlderThanTheRecordIsRebuilt() {
        RoomKeys keys = RoomKeys.of(bicycle, config.partitions());
        Snapshot before = hot.snapshot(bicycle, 0).orElseThrow();
        StoredAuction stored = redis.call(client -> {
            StoredAuction older = new StoredAuction(client, keys);
            older.set("n", "1");
            older.set("seq", "0");
            older.set("recorded", "0");
            return older;
        });
        assertEquals("1", stored.get("n"));

        guard.meet();

        Snapshot after = hot.snapshot(bicycle, 0).orElseThrow();
        assertEquals(before.epoch() + 1, after.epoch());
        assertEquals(before.seq(), after.seq());
        assertEquals(before.price(), after.price());
    }

    /** What the broker may still hold of the lost life: juno's bid, at the number that follows the record. */
    private RelayedBatch lostBid(long epoch) {
        int paddle = paddles.own(bicycle, juno).paddle();
        BidDecided event = new BidDecided(
                Ids.text(bicycle),
                epoch,
                3,
                1,
                Ids.text(juno),
                paddle,
                false,
                15_000,
                new Leader(paddle, Ids.text(juno), 15_000),
                15_000,
                2,
                0,
                16_000,
                null,
                List.of(new ShownBid(2, 15_000, paddle, false, 1)),
                "j1");
        return new RelayedBatch(
                List.of(new RelayedBatch.Entry(0, StreamPosition.START, new StreamPosition(1, 0), event.text())));
    }

    private void bid(long member, long value, String ref) {
        BidOutcome outcome = Soon.see(
                () -> engine.place(new PlaceBid(bicycle, member, false, value, ref))
                        .toCompletableFuture()
                        .join(),
                answer ->
                        !(answer instanceof BidOutcome.Rejected refusal && refusal.code() == BidRejection.UNAVAILABLE));
        assertTrue(outcome instanceof BidOutcome.Accepted, outcome::toString);
    }
}
