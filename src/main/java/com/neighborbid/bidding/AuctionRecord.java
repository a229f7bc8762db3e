package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.Leader;
import com.neighborbid.bidding.AuctionEvent.Numbered;
import com.neighborbid.bidding.AuctionEvent.StateChanged;
import com.neighborbid.platform.Ids;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One auction's log while a batch is recorded: it takes events in order, refuses a gap, leaves out what it has and what
 * an older epoch decided, and gathers the rows to write.
 */
final class AuctionRecord {
    /** What became of an event. */
    enum Taken {
        NEW,
        KNOWN,
        FENCED
    }

    final long auction;
    final List<HashedBid> bids = new ArrayList<>();
    final List<BidDecided> decisions = new ArrayList<>();
    /** Members that led and do not any more. */
    final Set<Long> displaced = new LinkedHashSet<>();

    long epoch;
    long n;
    long seq;
    String head = "";
    long price;

    @Nullable
    Leader leader;

    AuctionState state = AuctionState.SCHEDULED;
    long endsAt;
    /** By how much the house has moved the end, in milliseconds; the first end moved with it. */
    long movedMs;
    /** Since when it is paused. */
    @Nullable
    Long pausedAt;

    boolean reserveMet;
    /** When the last event was decided. */
    long at;

    @Nullable
    AuctionClosed closed;

    private boolean changed;

    AuctionRecord(long auction) {
        this.auction = auction;
    }

    /** A bid with the head of the log after it. */
    record HashedBid(ShownBid bid, String hash) {}

    /**
     * Takes an event, or changes nothing.
     *
     * @throws OutOfOrderException when an event before this one is missing, or it contradicts those before it
     */
    Taken take(Numbered event) {
        if (event.epoch() < epoch) {
            return event.n() > n ? Taken.FENCED : Taken.KNOWN;
        }
        if (event.n() <= n) {
            return Taken.KNOWN;
        }
        if (event.n() > n + 1) {
            throw new OutOfOrderException("Auction " + Ids.text(auction) + ": event " + event.n() + " after " + n);
        }
        if (event instanceof BidDecided decided) {
            check(decided);
        }
        epoch = event.epoch();
        n = event.n();
        at = event.at();
        changed = true;
        if (event instanceof BidDecided decided) {
            take(decided);
        } else if (event instanceof StateChanged change) {
            take(change);
        } else if (event instanceof AuctionClosed end) {
            state = AuctionState.CLOSED;
            closed = end;
        }
        return Taken.NEW;
    }

    boolean isChanged() {
        return changed;
    }

    private void take(StateChanged change) {
        state = change.state();
        movedMs += change.endsAt() - endsAt;
        endsAt = change.endsAt();
        if (state != AuctionState.PAUSED) {
            pausedAt = null;
        } else if (pausedAt == null) {
            pausedAt = change.at();
        }
    }

    /** The bids of an auction rise, in number and in amount. */
    private void check(BidDecided decided) {
        long lastSeq = seq;
        long lastPrice = price;
        for (ShownBid bid : decided.bids()) {
            if (bid.seq() != lastSeq + 1 || (lastSeq > 0 && bid.amount() <= lastPrice)) {
                throw new OutOfOrderException("Auction " + Ids.text(auction) + ": " + bid + " after seq " + lastSeq);
            }
            lastSeq = bid.seq();
            lastPrice = bid.amount();
        }
    }

    private void take(BidDecided decided) {
        for (ShownBid bid : decided.bids()) {
            seq = bid.seq();
            price = bid.amount();
            head = LogChain.next(head, decided.auction(), bid);
            bids.add(new HashedBid(bid, head));
        }
        lead(decided.leader());
        endsAt = decided.endsAt();
        reserveMet = Boolean.TRUE.equals(decided.reserveMet());
        decisions.add(decided);
    }

    private void lead(@Nullable Leader now) {
        if (leader != null && now != null && leader.paddle() != now.paddle()) {
            displaced.add(memberOf(leader));
            displaced.remove(memberOf(now));
        }
        leader = now;
    }

    static long memberOf(Leader leader) {
        return Ids.parse(leader.member()).orElseThrow();
    }

    /** The paddle's own maximum after a decision, or null where the decision left it alone. */
    static @Nullable Long standingMax(BidDecided decided) {
        if (decided.leader() != null && decided.leading()) {
            return decided.leader().max();
        }
        return decided.value() > 0 ? decided.value() : null;
    }

    /** An event does not follow what is recorded; the relay will send it again. */
    static final class OutOfOrderException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfOrderException(String message) {
            super(message);
        }
    }
}
