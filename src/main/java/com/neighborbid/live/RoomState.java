package com.neighborbid.live;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.BidsRecorded;
import com.neighborbid.bidding.AuctionEvent.StateChanged;
import com.neighborbid.bidding.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What everybody in a room may know. A value: each event makes the next one.
 *
 * @param next least that may be bid, as text since it may pass 2^53
 * @param recorded seq up to which bids are in PostgreSQL, {@code head} the log's hash there, empty before it was told
 * @param reserveMet null without a reserve
 */
record RoomState(
        long epoch,
        AuctionState state,
        long seq,
        long price,
        @Nullable Integer leader,
        String next,
        long endsAt,
        @Nullable Boolean reserveMet,
        @Nullable AuctionOutcome outcome,
        long recorded,
        String head) {

    /** @param head the log's hash as far as the room knows it */
    static RoomState of(Snapshot s, String head) {
        return new RoomState(
                s.epoch(),
                s.state(),
                s.seq(),
                s.price(),
                s.leader(),
                s.next(),
                s.endsAt(),
                s.reserveMet(),
                s.outcome(),
                s.recorded(),
                head);
    }

    RoomState after(BidDecided bid) {
        return new RoomState(
                bid.epoch(),
                state == AuctionState.SCHEDULED ? AuctionState.OPEN : state,
                bid.seq(),
                bid.price(),
                bid.leader() == null ? null : bid.leader().paddle(),
                Long.toString(bid.next()),
                bid.endsAt(),
                bid.reserveMet(),
                outcome,
                recorded,
                head);
    }

    RoomState after(StateChanged change) {
        return new RoomState(
                epoch, change.state(), seq, price, leader, next, change.endsAt(), reserveMet, outcome, recorded, head);
    }

    RoomState after(AuctionClosed closed) {
        return new RoomState(
                epoch,
                AuctionState.CLOSED,
                seq,
                price,
                leader,
                next,
                endsAt,
                reserveMet,
                closed.outcome(),
                recorded,
                head);
    }

    /** The bids of a later state, but not its end. */
    RoomState upTo(RoomState later) {
        return new RoomState(
                epoch,
                state,
                later.seq,
                later.price,
                later.leader,
                later.next,
                later.endsAt,
                later.reserveMet,
                outcome,
                later.recorded,
                head);
    }

    RoomState after(BidsRecorded news) {
        return new RoomState(
                epoch,
                state,
                seq,
                price,
                leader,
                next,
                endsAt,
                reserveMet,
                outcome,
                Math.max(recorded, news.seq()),
                news.head());
    }
}
