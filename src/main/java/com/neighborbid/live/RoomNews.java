package com.neighborbid.live;

import com.neighborbid.bidding.ShownBid;
import java.util.ArrayList;
import java.util.List;

/** What a room has heard and not shown yet. */
final class RoomNews {
    /** What one decision can show: so many bids are no sign of a busy room. */
    private static final int ONE_BY_ONE = 2;

    private final List<ShownBid> bids = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private boolean recorded;
    private boolean watching;

    void bid(ShownBid bid) {
        bids.add(bid);
    }

    /** Nobody can be sure of what it saw: the bids are for the welcome to tell. */
    void forgetBids() {
        bids.clear();
    }

    /** A line of chat, as its frame. */
    void said(String frame) {
        said.add(frame);
    }

    /** More is in PostgreSQL. */
    void recorded() {
        recorded = true;
    }

    boolean isRecorded() {
        return recorded;
    }

    /** More or fewer watch. */
    void watching() {
        watching = true;
    }

    boolean isWatching() {
        return watching;
    }

    /** The frames that tell it, of which this knows nothing any more. */
    List<String> take(RoomState state, int watchers) {
        List<String> frames = new ArrayList<>(4 + said.size());
        if (bids.size() <= ONE_BY_ONE) {
            bids.forEach(bid -> frames.add(Frames.bid(bid, state)));
        } else {
            frames.add(Frames.bids(bids, state));
        }
        if (recorded) {
            frames.add(Frames.recorded(state));
        }
        if (watching) {
            frames.add(Frames.watching(watchers));
        }
        frames.addAll(said);
        bids.clear();
        said.clear();
        recorded = false;
        watching = false;
        return frames;
    }
}
