package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionProgress;
import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.Auctions;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.AuctionEvent.Leader;
import com.neighborbid.bidding.AuctionEvent.Numbered;
import com.neighborbid.bidding.AuctionRecord.OutOfOrderException;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.MemberNotice;
import com.neighborbid.platform.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The record of every accepted decision, in PostgreSQL: idempotent by an event's number, in order, chained by hash. An
 * auction's closing is recorded here too, and since nothing before it can be missing then, its settlement is ordered in
 * the same transaction.
 */
@ApplicationScoped
class BidLog {
    /** The queue of closed auctions; a message is the id of one. */
    static final String SETTLEMENT_QUEUE = "nb.settlement";

    private static final Logger LOG = System.getLogger(BidLog.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidRows rows;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    /**
     * What a batch brought.
     *
     * @param heads of every auction in it, as recorded now
     * @param recorded events that were new
     * @param fenced events of an older epoch that are not recorded; Redis may take them back. Those of an older life
     *     are not among them: the money that covered them may be lost with that
     */
    record Result(List<Head> heads, List<Numbered> recorded, List<Numbered> fenced) {}

    /** How far an auction is recorded. */
    record Head(long auction, long seq, String hash, long n) {}

    /** An entry of a batch, read; the event is null where it is none to record. */
    private record Read(RelayedBatch.Entry entry, @Nullable Numbered event) {}

    /**
     * Records a batch in one transaction. Where a partition lacks an entry, or one cannot follow what is recorded, what
     * comes after it in that partition is left for the relay to send again.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Result record(RelayedBatch batch) {
        List<Read> entries = batch.entries().stream().map(BidLog::read).toList();
        TreeSet<Integer> partitions = new TreeSet<>();
        TreeSet<Long> ids = new TreeSet<>();
        for (Read read : entries) {
            partitions.add(read.entry.partition());
            if (read.event != null) {
                ids.add(auctionOf(read.event));
            }
        }
        BidRows.Locked locked = rows.lock(partitions, ids);
        Watermarks watermarks = new Watermarks(locked.watermarks());
        Map<Long, AuctionRecord> records = new HashMap<>();
        locked.logs().forEach(record -> records.put(record.auction, record));
        List<Numbered> taken = new ArrayList<>(entries.size());
        List<Numbered> fenced = new ArrayList<>();
        for (Read read : entries) {
            if (!watermarks.reach(read.entry)) {
                continue;
            }
            try {
                if (read.event != null) {
                    take(read.event, records.get(auctionOf(read.event)), taken, fenced);
                }
                watermarks.pass(read.entry);
            } catch (OutOfOrderException e) {
                watermarks.stop(read.entry, e.toString());
            }
        }
        watermarks.report();
        List<AuctionRecord> changed = ids.stream()
                .map(records::get)
                .filter(record -> record != null && record.isChanged())
                .toList();
        rows.write(changed, watermarks.risen());
        follow(changed);
        notifyOutbid(changed);
        return new Result(records.values().stream().map(BidLog::head).toList(), taken, fenced);
    }

    private static Read read(RelayedBatch.Entry entry) {
        return new Read(entry, AuctionEvent.parse(entry.event()) instanceof Numbered numbered ? numbered : null);
    }

    private void take(Numbered event, @Nullable AuctionRecord record, List<Numbered> taken, List<Numbered> fenced) {
        if (record == null) {
            leaveOut(event);
            return;
        }
        switch (record.take(event)) {
            case NEW -> taken.add(event);
            case FENCED -> {
                if (RecordLife.of(event.epoch()) == RecordLife.of(record.epoch)) {
                    fenced.add(event);
                } else {
                    LOG.log(Level.WARNING, "Of a lost life of the record: {0}", event.text());
                }
            }
            case KNOWN -> {}
        }
    }

    /**
     * Of an auction that is not here.
     *
     * @throws OutOfOrderException when it is, and only its log is not yet: what is left out now is missing for ever
     */
    private void leaveOut(Numbered event) {
        if (auctions.terms(auctionOf(event)).isPresent()) {
            throw new OutOfOrderException("Auction " + event.auction() + " has no log yet");
        }
        LOG.log(Level.WARNING, "Of an auction that is not here: {0}", event.text());
    }

    private static Head head(AuctionRecord record) {
        return new Head(record.auction, record.seq, record.head, record.n);
    }

    private void follow(List<AuctionRecord> changed) {
        auctions.recordProgress(changed.stream().map(BidLog::progress).toList());
        for (AuctionRecord record : changed) {
            AuctionClosed closed = record.closed;
            if (closed != null) {
                auctions.close(record.auction, closed.outcome(), closed.at());
                outbox.add(SETTLEMENT_QUEUE, closed.auction());
            }
        }
    }

    private static AuctionProgress progress(AuctionRecord record) {
        Leader leader = record.leader;
        return new AuctionProgress(
                record.auction,
                record.closed == null ? record.state : AuctionState.OPEN,
                record.price,
                record.seq,
                leader == null ? null : leader.paddle(),
                record.endsAt,
                record.reserveMet);
    }

    private void notifyOutbid(List<AuctionRecord> changed) {
        outbox.addAll(
                MemberNotice.QUEUE,
                rows.displacedToTell(changed, config.outbidPauseMs()).stream()
                        .map(BidLog::outbid)
                        .toList());
    }

    private static String outbid(BidRows.Displaced displaced) {
        return new MemberNotice("OUTBID", displaced.member(), displaced.auction(), null, displaced.price(), null)
                .json();
    }

    private static long auctionOf(AuctionEvent event) {
        return Ids.parse(event.auction()).orElseThrow();
    }
}
