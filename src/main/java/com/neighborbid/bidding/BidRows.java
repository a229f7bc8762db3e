package com.neighborbid.bidding;

import static com.neighborbid.bidding.Columns.Type.BIGINT;
import static com.neighborbid.bidding.Columns.Type.BOOLEAN;
import static com.neighborbid.bidding.Columns.Type.INTEGER;
import static com.neighborbid.bidding.Columns.Type.TEXT;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.Leader;
import com.neighborbid.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of the bid log. A batch is a handful of statements, whatever its size: rows travel as arrays. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class BidRows {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    private EntityManager entities;

    /** The logs of these auctions, locked in the order of their ids; one without a log is left out. */
    List<AuctionRecord> lock(Collection<Long> auctions) {
        @SuppressWarnings("unchecked")
        List<@Nullable Object[]> found = entities.createNativeQuery(
                        "SELECT auction_id, epoch, n, seq, head, price, leader, leader_member, leader_max, state, ends_at,"
                                + " reserve_met, moved_ms, paused_at FROM bid_log WHERE auction_id = ANY(CAST(?1 AS bigint[]))"
                                + " ORDER BY auction_id FOR UPDATE")
                .setParameter(1, auctions.toArray(Long[]::new))
                .getResultList();
        return found.stream().map(BidRows::record).toList();
    }

    private static AuctionRecord record(@Nullable Object[] row) {
        AuctionRecord record = new AuctionRecord(number(row[0]));
        record.epoch = number(row[1]);
        record.n = number(row[2]);
        record.seq = number(row[3]);
        record.head = String.valueOf(row[4]);
        record.price = number(row[5]);
        record.leader =
                row[6] == null ? null : new Leader((int) number(row[6]), Ids.text(number(row[7])), number(row[8]));
        record.state = AuctionState.valueOf(String.valueOf(row[9]));
        record.endsAt = number(row[10]);
        record.reserveMet = Boolean.TRUE.equals(row[11]);
        record.movedMs = number(row[12]);
        record.pausedAt = row[13] == null ? null : (Long) number(row[13]);
        return record;
    }

    /** Writes what the records gathered. */
    void write(List<AuctionRecord> records) {
        writeBids(records);
        writeDecisions(records);
        Columns c = new Columns(
                BIGINT, BIGINT, BIGINT, BIGINT, TEXT, BIGINT, INTEGER, BIGINT, BIGINT, TEXT, BIGINT, BOOLEAN, BIGINT,
                BIGINT);
        for (AuctionRecord r : records) {
            Leader leader = r.leader;
            c.row(
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
        c.run(
                entities,
                "UPDATE bid_log SET epoch = t.epoch, n = t.n, seq = t.seq, head = t.head, price = t.price,"
                        + " leader = t.leader, leader_member = t.leader_member, leader_max = t.leader_max,"
                        + " state = t.state, ends_at = t.ends_at, reserve_met = t.reserve_met,"
                        + " moved_ms = t.moved_ms, paused_at = t.paused_at FROM {rows} AS t"
                        + " (auction_id, epoch, n, seq, head, price, leader, leader_member, leader_max, state, ends_at,"
                        + " reserve_met, moved_ms, paused_at) WHERE bid_log.auction_id = t.auction_id");
    }

    private void writeBids(List<AuctionRecord> records) {
        Columns c = new Columns(BIGINT, BIGINT, BIGINT, INTEGER, BOOLEAN, BIGINT, TEXT);
        for (AuctionRecord record : records) {
            for (AuctionRecord.HashedBid hashed : record.bids) {
                ShownBid bid = hashed.bid();
                c.row(record.auction, bid.seq(), bid.amount(), bid.paddle(), bid.proxy(), bid.at(), hashed.hash());
            }
        }
        c.run(entities, "INSERT INTO bid (auction_id, seq, amount, paddle, proxy, at, hash) SELECT * FROM {rows}");
    }

    private void writeDecisions(List<AuctionRecord> records) {
        Columns c = new Columns(BIGINT, BIGINT, BIGINT, INTEGER, TEXT, BIGINT, BIGINT, BIGINT, BOOLEAN, TEXT, BIGINT);
        for (AuctionRecord record : records) {
            for (BidDecided d : record.decisions) {
                c.row(
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
        c.run(
                entities,
                "INSERT INTO decision (auction_id, n, epoch, paddle, kind, value, standing_max, seq, is_leading, ref, at)"
                        + " SELECT * FROM {rows}");
    }

    /** The watermarks of these partitions, locked in their order; one that never moved is left out. */
    Map<Integer, StreamPosition> lockWatermarks(Collection<Integer> partitions) {
        @SuppressWarnings("unchecked")
        List<Object[]> found = entities.createNativeQuery("SELECT partition, millis, counter FROM relay_position"
                        + " WHERE partition = ANY(CAST(?1 AS integer[])) ORDER BY partition FOR UPDATE")
                .setParameter(1, partitions.toArray(Integer[]::new))
                .getResultList();
        return RelayPositions.of(found);
    }

    /** Moves the watermarks of partitions forward, never back. */
    void advance(Map<Integer, StreamPosition> positions) {
        Columns c = new Columns(INTEGER, BIGINT, BIGINT);
        positions.forEach((partition, position) -> c.row(partition, position.millis(), position.counter()));
        c.run(
                entities,
                "INSERT INTO relay_position AS p (partition, millis, counter) SELECT * FROM {rows}"
                        + " ON CONFLICT (partition) DO UPDATE SET millis = EXCLUDED.millis, counter = EXCLUDED.counter"
                        + " WHERE (p.millis, p.counter) < (EXCLUDED.millis, EXCLUDED.counter)");
    }

    /** A member that somebody bid higher than, at which price. */
    record Displaced(long auction, long member, long price) {}

    /** Who is to be told, of those that the records displaced: nobody twice for an auction within the pause. */
    List<Displaced> displacedToTell(List<AuctionRecord> records, long pauseMs) {
        Columns c = new Columns(BIGINT, BIGINT, BIGINT);
        Map<Long, Long> prices = new HashMap<>();
        for (AuctionRecord record : records) {
            record.displaced.forEach(member -> c.row(record.auction, member, record.at));
            prices.put(record.auction, record.price);
        }
        List<@Nullable Object[]> told = c.query(
                entities,
                "INSERT INTO outbid_notice AS o (auction_id, member_id, at) SELECT * FROM {rows}"
                        + " ON CONFLICT (auction_id, member_id) DO UPDATE SET at = EXCLUDED.at"
                        + " WHERE o.at <= EXCLUDED.at - " + pauseMs + " RETURNING auction_id, member_id");
        List<Displaced> displaced = new ArrayList<>();
        for (@Nullable Object[] row : told) {
            long auction = number(row[0]);
            displaced.add(new Displaced(auction, number(row[1]), prices.getOrDefault(auction, 0L)));
        }
        return displaced;
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
