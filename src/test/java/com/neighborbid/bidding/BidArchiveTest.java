package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.neighborbid.load.BidLog;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.TestHouse;
import com.neighborbid.platform.Time;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bids of old auctions, in the archive: anyone can check their log as before, and nothing that was wrong gets in. */
class BidArchiveTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long CLOSED_AT = 1_790_000_000_000L;
    /** More than one chunk of the log. */
    private static final int BIDS = 1_234;

    private long now = CLOSED_AT;
    private final TestHouse house = new TestHouse().with(new ArchiveConfig(180)).with(new Time() {
        @Override
        public long now() {
            return now;
        }
    });
    private final long auction = Ids.next(new Time());
    private final RecordedBids recorded = house.get(RecordedBids.class);
    private final BidArchiveSweep sweep = house.get(BidArchiveSweep.class);

    @BeforeEach
    void sell() {
        execute(
                "INSERT INTO auction (id, seller_id, title, description, category_id, currency, start_price, increments,"
                        + " opens_at, first_ends_at, soft_close_seconds, soft_close_cap_seconds, created_at, state, outcome,"
                        + " closed_at, price, seq, leader, ends_at) VALUES (" + auction
                        + ", 1, 'Bicycle', '', 'bicycles', 'KRW',"
                        + " 1, '0:1', 0, 1, 0, 0, 0, 'CLOSED', 'SOLD', " + CLOSED_AT + ", 1, 1, 1, 1)");
        String head = LogChain.start(Ids.text(auction));
        StringBuilder rows = new StringBuilder();
        for (int seq = 1; seq <= BIDS; seq++) {
            ShownBid bid = new ShownBid(seq, 1_000L + seq * 100L, seq % 7 + 1, seq % 3 == 0, CLOSED_AT - BIDS + seq);
            head = LogChain.next(head, Ids.text(auction), bid);
            rows.append(seq == 1 ? "" : ", ")
                    .append("(%d, %d, %d, %d, %b, %d, '%s')"
                            .formatted(auction, seq, bid.amount(), bid.paddle(), bid.proxy(), bid.at(), head));
        }
        execute("INSERT INTO bid (auction_id, seq, amount, paddle, proxy, at, hash) VALUES " + rows);
        execute("INSERT INTO bid_log (auction_id, head, seq, price, state, ends_at) VALUES (" + auction + ", '" + head
                + "', " + BIDS + ", 1, 'CLOSED', 1)");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void execute(String sql) {
        house.together(entities -> entities.createNativeQuery(sql).executeUpdate());
    }

    private long count(String sql) {
        return ((Number) house.together(
                        entities -> entities.createNativeQuery(sql).getSingleResult()))
                .longValue();
    }

    private long hotRows() {
        return count("SELECT count(*) FROM bid WHERE auction_id = " + auction);
    }

    /** The log as the call answers it. */
    private String log() {
        StringBuilder lines = new StringBuilder();
        String head = LogChain.start(Ids.text(auction));
        long seq = 0;
        for (List<RecordedBids.Line> chunk = recorded.linesAfter(auction, seq, head, 1000);
                !chunk.isEmpty();
                chunk = recorded.linesAfter(auction, seq, head, 1000)) {
            for (RecordedBids.Line line : chunk) {
                ShownBid bid = line.bid();
                lines.append("{\"seq\":%d,\"amount\":%d,\"paddle\":%d,\"at\":%d,\"proxy\":%b,\"hash\":\"%s\"}\n"
                        .formatted(bid.seq(), bid.amount(), bid.paddle(), bid.at(), bid.proxy(), line.hash()));
                head = line.hash();
                seq = bid.seq();
            }
        }
        return lines.append("{\"head\":\"%s\",\"seq\":%d}\n".formatted(head, seq))
                .toString();
    }

    @Test
    void logReadsAndProvesTheSame() {
        String before = log();
        List<ShownBid> page = recorded.after(auction, 1_000, 50);
        now = CLOSED_AT + 180 * DAY + 1;

        sweep.turn();

        assertEquals(0, hotRows());
        assertEquals(1, count("SELECT count(*) FROM bid_archive"));
        assertEquals(before, log());
        assertEquals(BIDS, BidLog.verified(Ids.text(auction), log()).bids().size());
        assertEquals(page, recorded.after(auction, 1_000, 50));
        assertEquals(List.of(), recorded.after(auction, BIDS, 50));
        assertEquals(List.of(), recorded.after(auction, Long.MAX_VALUE, 50));
        assertEquals(BIDS, count("SELECT count(*) FROM recorded_bid WHERE auction_id = " + auction));
        sweep.turn();
        assertEquals(before, log());
    }

    @Test
    void waitsForItsTime() {
        now = CLOSED_AT + 180 * DAY;

        sweep.turn();

        assertEquals(BIDS, hotRows());
    }

    @Test
    void leavesALogAloneThatDoesNotProve() {
        now = CLOSED_AT + 181 * DAY;
        for (String tampering : Stream.of(
                        "UPDATE bid SET amount = amount + 1 WHERE seq = 700",
                        "DELETE FROM bid WHERE seq = " + BIDS,
                        "UPDATE bid_log SET head = 'x'")
                .toList()) {
            execute(tampering);
            long rows = hotRows();

            sweep.turn();

            assertEquals(rows, hotRows(), tampering);
            assertEquals(0, count("SELECT count(*) FROM bid_archive"), tampering);
        }
    }

    @Test
    void nobodyChangesTheArchive() {
        now = CLOSED_AT + 181 * DAY;
        sweep.turn();

        assertThrows(PersistenceException.class, () -> execute("UPDATE bid_archive SET amounts[1] = 1"));
        assertThrows(PersistenceException.class, () -> execute("DELETE FROM bid_archive"));
    }
}
