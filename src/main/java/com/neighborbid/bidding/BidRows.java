package com.neighborbid.bidding;

import static com.neighborbid.bidding.Columns.Type.BIGINT;
import static com.neighborbid.bidding.Columns.Type.BOOLEAN;
import static com.neighborbid.bidding.Columns.Type.INTEGER;
import static com.neighborbid.bidding.Columns.Type.TEXT;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.Leader;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.PlainStatement;
import com.neighborbid.platform.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tables of the bid log. A batch is a handful of statements, whatever its size: rows travel as arrays, and statements
 * that do not wait for each other's answers travel together.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class BidRows {
    private static final String WATERMARKS = "SELECT partition, millis, counter FROM relay_position"
            + " WHERE partition = ANY(CAST(? AS integer[])) ORDER BY partition FOR UPDATE";

    private static final String LOGS =
            "SELECT auction_id, epoch, n, seq, head, price, leader, leader_member, leader_max, state, ends_at,"
                    + " reserve_met, moved_ms, paused_at FROM bid_log WHERE auction_id = ANY(CAST(? AS bigint[]))"
                    + " ORDER BY auction_id FOR UPDATE";

    private static final Columns.Form BIDS = Columns.Form.of(
            "INSERT INTO bid (auction_id, seq, amount, paddle, proxy, at, hash) SELECT * FROM {rows}",
            BIGINT,
            BIGINT,
            BIGINT,
            INTEGER,
            BOOLEAN,
            BIGINT,
            TEXT);

    private static final Columns.Form DECISIONS = Columns.Form.of(
            "INSERT INTO decision (auction_id, n, epoch, paddle, kind, value, standing_max, seq, is_leading, ref, at)"
                    + " SELECT * FROM {rows}",
            BIGINT,
            BIGINT,
            BIGINT,
            INTEGER,
            TEXT,
            BIGINT,
            BIGINT,
            BIGINT,
            BOOLEAN,
            TEXT,
            BIGINT);

    private static final Columns.Form HEADS = Columns.Form.of(
            "UPDATE bid_log SET epoch = t.epoch, n = t.n, seq = t.seq, head = t.head, price = t.price,"
                    + " leader = t.leader, leader_member = t.leader_member, leader_max = t.leader_max,"
                    + " state = t.state, ends_at = t.ends_at, reserve_met = t.reserve_met,"
                    + " moved_ms = t.moved_ms, paused_at = t.paused_at FROM {rows} AS t"
                    + " (auction_id, epoch, n, seq, head, price, leader, leader_member, leader_max, state, ends_at,"
                    + " reserve_met, moved_ms, paused_at) WHERE bid_log.auction_id = t.auction_id",
            BIGINT,
            BIGINT,
            BIGINT,
            BIGINT,
            TEXT,
            BIGINT,
            INTEGER,
            BIGINT,
            BIGINT,
            TEXT,
            BIGINT,
            BOOLEAN,
            BIGINT,
            BIGINT);

    /** Watermarks go forward, never back. */
    private static final Columns.Form POSITIONS = Columns.Form.of(
            "INSERT INTO relay_position AS p (partition, millis, counter) SELECT * FROM {rows}"
                    + " ON CONFLICT (partition) DO UPDATE SET millis = EXCLUDED.millis, counter = EXCLUDED.counter"
                    + " WHERE (p.millis, p.counter) < (EXCLUDED.millis, EXCLUDED.counter)",
            INTEGER,
            BIGINT,
            BIGINT);

    private static final Columns.Form NOTICES = Columns.Form.of(
            "INSERT INTO outbid_notice AS o (auction_id, member_id, at) SELECT * FROM {rows}"
                    + " ON CONFLICT (auction_id, member_id) DO UPDATE SET at = EXCLUDED.at"
                    + " WHERE o.at <= EXCLUDED.at - ? RETURNING auction_id, member_id",
            BIGINT,
            BIGINT,
            BIGINT);

    @Inject
    @SuppressWarnings("NullAway.Init")
    Statements statements;

    /** What a batch is about, as it stands and stays until the transaction ends. */
    record Locked(Map<Integer, StreamPosition> watermarks, List<AuctionRecord> logs) {}

    /**
     * Locks the watermarks of these partitions in their order, and then the logs of these auctions in the order of their
     * ids; a watermark that never moved, and an auction without a log, is left out.
     */
    Locked lock(Collection<Integer> partitions, Collection<Long> auctions) {
        Map<Integer, StreamPosition> watermarks = new HashMap<>();
        List<AuctionRecord> logs = new ArrayList<>();
        statements.run(List.of(
                new PlainStatement(
                        WATERMARKS,
                        List.of((Object) partitions.toArray(Integer[]::new)),
                        row -> watermarks.put(row.getInt(1), new StreamPosition(row.getLong(2), row.getLong(3)))),
                new PlainStatement(
                        LOGS, List.of((Object) auctions.toArray(Long[]::new)), row -> logs.add(record(row)))));
        return new Locked(watermarks, logs);
    }

    private static AuctionRecord record(ResultSet row) throws SQLException {
        AuctionRecord record = new AuctionRecord(row.getLong(1));
        record.epoch = row.getLong(2);
        record.n = row.getLong(3);
        record.seq = row.getLong(4);
        record.head = row.getString(5);
        record.price = row.getLong(6);
        int leader = row.getInt(7);
        record.leader = row.wasNull() ? null : new Leader(leader, Ids.text(row.getLong(8)), row.getLong(9));
        record.state = AuctionState.valueOf(row.getString(10));
        record.endsAt = row.getLong(11);
        record.reserveMet = row.getBoolean(12);
        record.movedMs = row.getLong(13);
        long pausedAt = row.getLong(14);
        record.pausedAt = row.wasNull() ? null : (Long) pausedAt;
        return record;
    }

    /**
     * Writes what the records gathered, and how far the partitions are recorded with it.
     *
     * @param risen the watermarks; one that is there already or further stays
     */
    void write(List<AuctionRecord> records, Map<Integer, StreamPosition> risen) {
        Columns positions = new Columns(POSITIONS);
        risen.forEach((partition, position) -> positions.row(partition, position.millis(), position.counter()));
        statements.run(Stream.of(bids(records), decisions(records), heads(records), positions)
                .filter(columns -> !columns.isEmpty())
                .map(Columns::statement)
                .toList());
    }

    private static Columns heads(List<AuctionRecord> records) {
        Columns columns = new Columns(HEADS);
        for (AuctionRecord r : records) {
            Leader leader = r.leader;
            columns.row(
                    r.auction,
                    r.epoch,
                    r.n,
                    r.seq,
                    r.head,
                    r.price,
                    leader == null ? null : leader.paddle(),
                    leader == null ? null : AuctionRecord.memberOf(leader),
                    leader == null ? null : leader.max(),
                    r.state.name(),
                    r.endsAt,
                    r.reserveMet,
                    r.movedMs,
                    r.pausedAt);
        }
        return columns;
    }

    private static Columns bids(List<AuctionRecord> records) {
        Columns columns = new Columns(BIDS);
        for (AuctionRecord record : records) {
            for (AuctionRecord.HashedBid hashed : record.bids) {
                ShownBid bid = hashed.bid();
                columns.row(
                        record.auction, bid.seq(), bid.amount(), bid.paddle(), bid.proxy(), bid.at(), hashed.hash());
            }
        }
        return columns;
    }

    private static Columns decisions(List<AuctionRecord> records) {
        Columns columns = new Columns(DECISIONS);
        for (AuctionRecord record : records) {
            for (BidDecided d : record.decisions) {
                columns.row(
                        record.auction,
                        d.n(),
                        d.epoch(),
                        d.paddle(),
                        d.maximum() ? "M" : "A",
                        d.value(),
                        AuctionRecord.standingMax(d),
                        d.seq(),
                        d.leading(),
                        d.ref(),
                        d.at());
            }
        }
        return columns;
    }

    /** A member that somebody bid higher than, at which price. */
    record Displaced(long auction, long member, long price) {}

    /** Who is to be told, of those that the records displaced: nobody twice for an auction within the pause. */
    List<Displaced> displacedToTell(List<AuctionRecord> records, long pauseMs) {
        Columns columns = new Columns(NOTICES);
        Map<Long, Long> prices = new HashMap<>();
        for (AuctionRecord record : records) {
            record.displaced.forEach(member -> columns.row(record.auction, member, record.at));
            prices.put(record.auction, record.price);
        }
        List<Displaced> told = new ArrayList<>();
        if (!columns.isEmpty()) {
            statements.run(List.of(columns.statement(
                    row -> told.add(
                            new Displaced(row.getLong(1), row.getLong(2), prices.getOrDefault(row.getLong(1), 0L))),
                    pauseMs)));
        }
        return told;
    }
}
