package com.neighborbid.live;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.AuctionTerms;
import com.neighborbid.auction.LivePrice;
import com.neighborbid.bidding.AuctionEvent;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.StateChanged;
import com.neighborbid.bidding.AuctionEvent.StateInstalled;
import com.neighborbid.platform.Ids;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One auction of the feed on this node: who watches it, and the latest that is known of it. A bid tells all there is to
 * show; after any other change, and at the beginning, it is unsure and read anew. Events come by one thread, reading and
 * telling are done by another, so what is read counts only if nothing was heard meanwhile.
 */
final class FeedAuction {
    /** No further turn is needed. */
    static final long NEVER = Long.MAX_VALUE;

    private final long auction;
    private final String id;
    private final Map<FrameReceiver, Seat> seats = new ConcurrentHashMap<>();
    private @Nullable LivePrice latest;
    private boolean unsure = true;
    private long heard;

    FeedAuction(long auction) {
        this.auction = auction;
        this.id = Ids.text(auction);
    }

    long auction() {
        return auction;
    }

    /** Takes a watcher in; one that is here already is told the latest once more. */
    void add(FrameReceiver watcher) {
        seats.computeIfAbsent(watcher, w -> new Seat()).isTold = false;
    }

    void remove(FrameReceiver watcher) {
        seats.remove(watcher);
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    /** Takes an event in. True when there may be something new to tell. */
    synchronized boolean hear(AuctionEvent event) {
        if (event instanceof BidDecided bid && !bid.bids().isEmpty()) {
            heard++;
            latest = new LivePrice(AuctionState.OPEN, null, bid.price(), bid.seq(), bid.endsAt());
            return true;
        }
        boolean changes =
                event instanceof StateChanged || event instanceof AuctionClosed || event instanceof StateInstalled;
        if (changes) {
            doubt();
        }
        return changes;
    }

    /** Something may have been missed. */
    synchronized void doubt() {
        heard++;
        unsure = true;
    }

    /** Whether it must be read anew. */
    synchronized boolean isUnsure() {
        return unsure;
    }

    /** How much was heard so far: to be asked before a reading, and given with it. */
    synchronized long heard() {
        return heard;
    }

    /** Takes a reading in, unless something was heard since it began: that is newer. */
    synchronized void read(LivePrice price, long heardBefore) {
        if (heard == heardBefore) {
            latest = price;
            unsure = false;
        }
    }

    /** As {@link #read}, where nothing live is to be had: what is recorded may be behind what was told, and then yields. */
    synchronized void readRecord(AuctionTerms record, long heardBefore) {
        LivePrice known = latest;
        if (known == null || known.seq() <= record.seq()) {
            read(
                    new LivePrice(record.state(), record.outcome(), record.price(), record.seq(), record.endsAt()),
                    heardBefore);
        } else {
            read(known, heardBefore);
        }
    }

    /**
     * Tells the latest to those who do not have it, each not before its pause is over. Called by one thread alone.
     *
     * @param now milliseconds of a clock that only runs forward
     * @return when to come again, or {@link #NEVER}
     */
    long tell(long now, int pauseMs) {
        LivePrice price;
        long next;
        synchronized (this) {
            price = latest;
            next = unsure ? now + pauseMs : NEVER;
        }
        if (price == null) {
            return next;
        }
        Frame frame = null;
        for (Map.Entry<FrameReceiver, Seat> entry : seats.entrySet()) {
            Seat seat = entry.getValue();
            if (seat.isTold && price.equals(seat.told)) {
                continue;
            }
            if (seat.told != null && now - seat.toldAt < pauseMs) {
                next = Math.min(next, seat.toldAt + pauseMs);
                continue;
            }
            frame = frame == null ? new Frame(tick(id, price)) : frame;
            seat.isTold = true;
            seat.told = price;
            seat.toldAt = now;
            entry.getKey().send(frame);
        }
        return next;
    }

    /** The frame of the public contract. */
    static String tick(String auction, LivePrice price) {
        return "{\"type\":\"tick\",\"auction\":\"" + auction + "\",\"price\":" + price.price() + ",\"seq\":"
                + price.seq() + ",\"endsAt\":" + price.endsAt() + ",\"state\":\"" + price.state() + '"'
                + (price.outcome() == null ? "" : ",\"outcome\":\"" + price.outcome() + '"') + ",\"bidCount\":"
                + price.seq() + '}';
    }

    /** What one watcher was told, and when. */
    private static final class Seat {
        volatile boolean isTold;

        @Nullable
        LivePrice told;

        long toldAt;
    }
}
