package com.neighborbid.live;

import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.bidding.ShownBid;
import java.util.List;
import java.util.Optional;

/** What those who come back to a room have missed: from the bids at hand, or else from the log in Redis. */
final class Missed {
    /** More than these come in one frame. */
    private static final int ONE_BY_ONE = 100;

    private final long auction;
    private final HotAuctions hot;
    private final BidRing ring;

    /** @param atHand bids that are kept here */
    Missed(long auction, HotAuctions hot, int atHand) {
        this.auction = auction;
        this.hot = hot;
        this.ring = new BidRing(atHand);
    }

    void add(ShownBid bid) {
        ring.add(bid);
    }

    void clear() {
        ring.clear();
    }

    /** The bids between a client's position and what the room has shown; empty when the gap cannot be closed. */
    Optional<List<ShownBid>> since(Room.Position position, RoomState shown) {
        if (position.epoch() != shown.epoch() || position.seq() < 0 || position.seq() > shown.seq()) {
            return Optional.empty();
        }
        Optional<List<ShownBid>> near = ring.between(position.seq(), shown.seq());
        return near.isPresent()
                ? near
                : hot.since(auction, shown.epoch(), position.seq())
                        .map(bids -> bids.stream()
                                .filter(bid -> bid.seq() <= shown.seq())
                                .toList());
    }

    /** Sends them. */
    static void send(Watcher watcher, List<ShownBid> bids, RoomState shown) {
        if (bids.size() <= ONE_BY_ONE) {
            bids.forEach(bid -> watcher.send(Frames.bid(bid, shown)));
        } else {
            watcher.send(Frames.bids(bids, shown));
        }
    }
}
