package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an auction, as the function library tells it: fields parted by {@code |}, of which the last may hold
 * any character. {@link Numbered} events also go through the outbox to PostgreSQL; the others are for the rooms alone.
 * Auction and member are public ids, times are milliseconds since the epoch, amounts are in the minor unit.
 */
public sealed interface AuctionEvent {
    /** The auction's public id. */
    String auction();

    /** The event as one text, as {@link #parse} reads it. */
    String text();

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException for a text that is none
     */
    static AuctionEvent parse(String text) {
        return AuctionEventText.parse(text);
    }

    /** An event that is recorded: numbered densely from 1 within its auction, whatever its kind. */
    sealed interface Numbered extends AuctionEvent {
        /** The life of Redis's state in which it was decided; only rises. {@link RecordLife} parts it. */
        long epoch();

        /** Its number in the auction. */
        long n();

        /** When it was decided. */
        long at();
    }

    /**
     * An accepted bid or proxy, also one that shows nothing.
     *
     * @param maximum {@code value} is the member's maximum, 0 takes it back; else an exact amount
     * @param leader who leads after it, null for nobody
     * @param price after it; the start price while there is no bid
     * @param seq after it
     * @param next the least that may be bid after it
     * @param reserveMet after it; null without a reserve
     * @param bids what it showed, rising; none, one or two
     */
    record BidDecided(
            String auction,
            long epoch,
            long n,
            long at,
            String member,
            int paddle,
            boolean maximum,
            long value,
            @Nullable Leader leader,
            long price,
            long seq,
            long endsAt,
            long next,
            @Nullable Boolean reserveMet,
            List<ShownBid> bids,
            String ref)
            implements Numbered {
        public BidDecided {
            bids = List.copyOf(bids);
        }

        @Override
        public String text() {
            return AuctionEventText.of(this);
        }

        /** Whether the bidder leads after it. */
        public boolean leading() {
            return leader != null && leader.paddle == paddle;
        }
    }

    /**
     * Who leads, with the standing maximum that nobody else may see.
     *
     * @param max its proxy, or the amount that it bid
     */
    record Leader(int paddle, String member, long max) {}

    /** An auction opened, paused or went on. */
    record StateChanged(String auction, long epoch, long n, long at, AuctionState state, long endsAt, String reason)
            implements Numbered {
        @Override
        public String text() {
            return AuctionEventText.of(this);
        }
    }

    /**
     * An auction closed.
     *
     * @param hammer the last bid, null without one
     * @param reason why it was withdrawn, else empty
     */
    record AuctionClosed(
            String auction,
            long epoch,
            long n,
            long at,
            AuctionOutcome outcome,
            long seq,
            @Nullable Hammer hammer,
            String reason)
            implements Numbered {
        @Override
        public String text() {
            return AuctionEventText.of(this);
        }
    }

    /** The last bid of a closed auction. */
    record Hammer(long price, int paddle, String member) {}

    /** Every event up to {@code n}, every bid up to {@code seq} is in PostgreSQL; {@code head} is the log's hash there. */
    record BidsRecorded(String auction, long seq, long n, String head) implements AuctionEvent {
        @Override
        public String text() {
            return "R|" + auction + '|' + seq + '|' + n + '|' + head;
        }
    }

    /** Somebody said something in the room; {@code frame} is the ready JSON. */
    record ChatSaid(String auction, String frame) implements AuctionEvent {
        @Override
        public String text() {
            return "T|" + auction + '|' + frame;
        }
    }

    /** How many watch the room, over all nodes. */
    record WatchingCounted(String auction, long count) implements AuctionEvent {
        @Override
        public String text() {
            return "W|" + auction + '|' + count;
        }
    }

    /** The state was put in place, new or rebuilt: with another epoch than before, rooms must resync. */
    record StateInstalled(String auction, long epoch, long seq) implements AuctionEvent {
        @Override
        public String text() {
            return "E|" + auction + '|' + epoch + '|' + seq;
        }
    }
}
