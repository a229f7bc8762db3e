package com.neighborbid.live;

import com.neighborbid.bidding.ShownBid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last bids of a room, without a hole, for those who come back. */
final class BidRing {
    private final Deque<ShownBid> bids = new ArrayDeque<>();
    private final int most;

    BidRing(int most) {
        this.most = most;
    }

    void add(ShownBid bid) {
        bids.addLast(bid);
        if (bids.size() > most) {
            bids.removeFirst();
        }
    }

    void clear() {
        bids.clear();
    }

    /** The bids after {@code since} up to {@code last}, or empty when the ring does not reach back that far. */
    Optional<List<ShownBid>> between(long since, long last) {
        if (since == last) {
            return Optional.of(List.of());
        }
        ShownBid oldest = bids.peekFirst();
        if (oldest == null || oldest.seq() > since + 1) {
            return Optional.empty();
        }
        List<ShownBid> between = new ArrayList<>();
        for (ShownBid bid : bids) {
            if (bid.seq() > since && bid.seq() <= last) {
                between.add(bid);
            }
        }
        return Optional.of(between);
    }
}
