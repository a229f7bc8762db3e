package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.Leader;
import com.neighborbid.bidding.AuctionEvent.Numbered;
import com.neighborbid.bidding.AuctionEvent.StateChanged;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.TestHouse;
import com.neighborbid.platform.Time;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record takes what follows it and nothing else; what a partition lacks holds up that partition alone. */
class BidLogTest {
    private static final int ONE = 1;
    private static final int OTHER = 2;
    private static final long END = 3_600_000;

    private static final BiddingConfig CONFIG =
            new BiddingConfig(64, 1, 1, 0, 1, 1000, 0, 1000, 4000, 0, 500, 2, 0, 1000, 60_000, 5000, 50, 60_000);

    private final TestHouse house = new TestHouse().with(CONFIG);
    private final BidLog log = house.get(BidLog.class);
    private final RelayPositions positions = house.get(RelayPositions.class);
    private final long bicycle = Ids.next(new Time());
    private final long lamp = Ids.next(new Time());

    @BeforeEach
    void offerBoth() {
        Stream.of(bicycle, lamp).forEach(auction -> {
            execute(
                    "INSERT INTO auction (id, seller_id, title, description, category_id, currency, start_price, increments,"
                            + " opens_at, first_ends_at, soft_close_seconds, soft_close_cap_seconds, created_at, state, price, ends_at)"
                            + " VALUES (" + auction + ", 1, 'Lot', '', 'bicycles', 'KRW', 1000, '0:100', 0, " + END
                            + ", 0, 0, 0, 'SCHEDULED', 1000, " + END + ")");
            execute("INSERT INTO bid_log (auction_id, head, seq, price, state, ends_at) VALUES (" + auction + ", '"
                    + LogChain.start(Ids.text(auction)) + "', 0, 1000, 'SCHEDULED', " + END + ")");
        });
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void recordsABatchOnceHoweverOftenItComes() {
        RelayedBatch batch = batch(entry(ONE, 0, 1, opened(bicycle)), entry(ONE, 1, 2, bid(bicycle, 2, 1, 1000)));

        assertEquals(2, log.record(batch).recorded().size());
        assertEquals(0, log.record(batch).recorded().size());

        assertEquals(Map.of(ONE, at(2)), positions.all());
        assertEquals(1, bids(bicycle));
    }

    @Test
    void aLostMessageHoldsUpItsPartitionAlone() {
        log.record(batch(entry(ONE, 0, 1, opened(bicycle)), entry(OTHER, 0, 1, opened(lamp))));

        // The message with the entries of ONE from 1 to 3 never comes.
        BidLog.Result result =
                log.record(batch(entry(ONE, 3, 4, opened(lamp)), entry(OTHER, 1, 2, bid(lamp, 2, 1, 1000))));

        assertEquals(1, result.recorded().size());
        assertEquals(Map.of(ONE, at(1), OTHER, at(2)), positions.all());
    }

    @Test
    void aWatermarkPassesNoEntryThatIsMissingThoughItsAuctionHasNoPartInTheNext() {
        log.record(batch(entry(ONE, 0, 1, opened(bicycle))));

        log.record(batch(entry(ONE, 2, 3, opened(lamp))));
        assertEquals(Map.of(ONE, at(1)), positions.all());

        log.record(batch(entry(ONE, 1, 2, bid(bicycle, 2, 1, 1000)), entry(ONE, 2, 3, opened(lamp))));
        assertEquals(Map.of(ONE, at(3)), positions.all());
        assertEquals(1, bids(bicycle));
    }

    @Test
    void whatComesBeforeTheLogIsNotLeftOut() {
        execute("DELETE FROM bid_log WHERE auction_id = " + lamp);

        BidLog.Result result = log.record(batch(entry(ONE, 0, 1, opened(lamp)), entry(OTHER, 0, 1, opened(bicycle))));

        assertEquals(List.of(opened(bicycle)), result.recorded());
        assertEquals(Map.of(OTHER, at(1)), positions.all());
    }

    @Test
    void whatIsOfNoAuctionIsLeftOut() {
        long unknown = Ids.next(new Time());

        log.record(batch(entry(ONE, 0, 1, opened(unknown)), entry(ONE, 1, 2, opened(bicycle))));

        assertEquals(Map.of(ONE, at(2)), positions.all());
    }

    @Test
    void aBidThatContradictsTheRecordChangesNothing() {
        log.record(batch(entry(ONE, 0, 1, opened(bicycle)), entry(ONE, 1, 2, bid(bicycle, 2, 1, 2000))));

        BidLog.Result result = log.record(batch(
                entry(ONE, 2, 3, bid(bicycle, 3, 2, 1500)),
                entry(ONE, 3, 4, bid(bicycle, 4, 2, 3000)),
                entry(OTHER, 0, 1, opened(lamp))));

        assertEquals(List.of(opened(lamp)), result.recorded());
        assertEquals(Map.of(ONE, at(2), OTHER, at(1)), positions.all());
        assertEquals(1, bids(bicycle));
    }

    private static RelayedBatch batch(RelayedBatch.Entry... entries) {
        return new RelayedBatch(List.of(entries));
    }

    private static RelayedBatch.Entry entry(int partition, long before, long position, Numbered event) {
        return new RelayedBatch.Entry(partition, at(before), at(position), event.text());
    }

    private static StreamPosition at(long millis) {
        return new StreamPosition(millis, 0);
    }

    private static Numbered opened(long auction) {
        return new StateChanged(Ids.text(auction), 1, 1, 1, AuctionState.OPEN, END, "");
    }

    private static Numbered bid(long auction, long n, int seq, long amount) {
        String member = Ids.text(7);
        return new BidDecided(
                Ids.text(auction),
                1,
                n,
                n,
                member,
                1,
                false,
                amount,
                new Leader(1, member, amount),
                amount,
                seq,
                END,
                amount + 100,
                null,
                List.of(new ShownBid(seq, amount, 1, false, n)),
                "r" + n);
    }

    private void execute(String sql) {
        house.together(entities -> entities.createNativeQuery(sql).executeUpdate());
    }

    private long bids(long auction) {
        return house.together(entities ->
                        (Number) entities.createNativeQuery("SELECT count(*) FROM bid WHERE auction_id = " + auction)
                                .getSingleResult())
                .longValue();
    }
}
