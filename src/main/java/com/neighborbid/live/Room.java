package com.neighborbid.live;

import com.neighborbid.auction.AuctionState;
import com.neighborbid.bidding.AuctionEvent;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.BidsRecorded;
import com.neighborbid.bidding.AuctionEvent.ChatSaid;
import com.neighborbid.bidding.AuctionEvent.StateChanged;
import com.neighborbid.bidding.AuctionEvent.StateInstalled;
import com.neighborbid.bidding.AuctionEvent.WatchingCounted;
import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.bidding.ShownBid;
import com.neighborbid.bidding.Snapshot;
import com.neighborbid.bidding.Snapshot.OwnPaddle;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One auction's watchers on this node. A room opens with the first watcher, from the state in Redis, hears events from
 * then on, and goes when the last watcher leaves. All of its life happens on one lane, so it needs no locks. Quiet, it
 * passes every bid on at once; busy, it gathers them and sends one frame a pause, with none left out. What watchers were
 * shown is {@code shown}; what has come since waits in {@code news}.
 */
final class Room {
    /** A big room may show for one part in so many of its time. */
    private static final int SHARE = 3;

    private final long auction;
    private final String id;
    private final HotAuctions hot;
    private final LiveConfig config;
    private final Time time;
    private final Missed missed;
    private final Audience audience;
    private final RoomNews news = new RoomNews();
    private @Nullable RoomState shown;
    private @Nullable RoomState now;
    private int watching;
    private boolean flushDue;
    private long showingMs;
    private long flushedAt;

    Room(long auction, HotAuctions hot, LiveConfig config, Time time) {
        this.auction = auction;
        this.id = Ids.text(auction);
        this.hot = hot;
        this.config = config;
        this.time = time;
        this.missed = new Missed(auction, hot, config.resumeBids());
        this.audience = new Audience(config.portion());
    }

    /** Where a client says that it left off. */
    record Position(long epoch, long seq) {
        /** Somewhere that no room was. */
        static final Position UNKNOWN = new Position(-1, -1);
    }

    long auction() {
        return auction;
    }

    int size() {
        return audience.size();
    }

    /** Takes a watcher in: welcome first, then what it missed, then everything that happens. */
    void join(Watcher watcher, @Nullable Position position, @Nullable OwnPaddle own) {
        if (now == null) {
            open();
        }
        RoomState state = shown;
        if (state == null) {
            watcher.close(Closing.TRY_LATER);
            return;
        }
        Optional<List<ShownBid>> gap = position == null ? Optional.of(List.of()) : missed.since(position, state);
        watching = Math.max(watching, audience.size() + 1);
        watcher.send(Frames.welcome(id, state, time.now(), watching, own, gap.isEmpty()));
        gap.ifPresent(bids -> Missed.send(watcher, bids, state));
        audience.add(watcher);
    }

    void leave(Watcher watcher) {
        audience.remove(watcher);
    }

    /** Takes an event in. True when there is something to show at the next flush. */
    boolean hear(AuctionEvent event) {
        RoomState state = now;
        if (state == null) {
            return false;
        }
        if (event instanceof BidDecided bid) {
            return hearBid(state, bid);
        } else if (event instanceof BidsRecorded recorded) {
            if (recorded.seq() > state.recorded()) {
                news.recorded();
            }
            now = state.after(recorded);
            return news.isRecorded();
        } else if (event instanceof WatchingCounted counted) {
            // What was counted before somebody came in here is late news.
            int count = Math.max((int) counted.count(), audience.size());
            if (watching != count) {
                news.watching();
            }
            watching = count;
            return news.isWatching();
        } else if (event instanceof ChatSaid chat) {
            news.said(chat.frame());
            return true;
        } else if (event instanceof StateChanged change) {
            hearState(state, change);
        } else if (event instanceof AuctionClosed closed && state.state() != AuctionState.CLOSED) {
            hearClosed(state, closed);
        } else if (event instanceof StateInstalled installed && installed.epoch() > state.epoch()) {
            resync();
        }
        return false;
    }

    /** Compares with Redis, after events may have been lost, and catches up. */
    void check() {
        if (now != null) {
            Optional<Snapshot> snapshot = hot.snapshot(auction, 0);
            snapshot.ifPresent(this::catchUp);
        }
    }

    /** How long after a flush the next may be: in a room of thousands the longer, the longer a frame takes to all. */
    int pauseMs() {
        return audience.size() < config.bigRoom()
                ? config.frameMs()
                : (int) Math.max(config.frameMs(), Math.min(config.bigFrameMs(), SHARE * showingMs));
    }

    long flushedAt() {
        return flushedAt;
    }

    /** Shows what was gathered; where the last frame has not reached everybody yet, once it has. */
    void flushWhenShown(long time) {
        if (audience.isShowing()) {
            flushDue = true;
        } else {
            flush(time);
        }
    }

    /** Whether a frame has still to reach some, by {@link #goOn}. */
    boolean isShowing() {
        return audience.isShowing();
    }

    /** Takes a frame some watchers further. */
    void goOn(long time) {
        audience.goOn();
        if (!audience.isShowing()) {
            showingMs = time - flushedAt;
            if (flushDue) {
                flush(time);
            }
        }
    }

    /** Shows what was gathered. */
    private void flush(long time) {
        flushDue = false;
        flushedAt = time;
        RoomState state = now;
        if (state == null) {
            return;
        }
        List<String> frames = news.take(state, watching);
        shown = state;
        if (!frames.isEmpty()) {
            sendAll(new Frame(frames));
        }
    }

    private void open() {
        hot.snapshot(auction, 0).ifPresent(snapshot -> show(RoomState.of(snapshot, "")));
    }

    private void show(RoomState state) {
        now = state;
        shown = state;
    }

    private boolean hearBid(RoomState state, BidDecided bid) {
        if (bid.epoch() > state.epoch()) {
            resync();
            return false;
        }
        if (bid.epoch() < state.epoch() || bid.bids().isEmpty()) {
            return false;
        }
        long first = bid.bids().get(0).seq();
        if (first > state.seq() + 1) {
            return fillUpTo(bid, state);
        }
        if (bid.seq() <= state.seq()) {
            return false;
        }
        bid.bids().forEach(this::gather);
        now = state.after(bid);
        return true;
    }

    private void gather(ShownBid bid) {
        missed.add(bid);
        news.bid(bid);
    }

    /** A hole: what was missed comes from the log, and with it perhaps this bid itself. */
    private boolean fillUpTo(BidDecided bid, RoomState state) {
        Optional<Snapshot> snapshot = hot.snapshot(auction, 0);
        if (snapshot.isEmpty() || snapshot.get().seq() < bid.seq()) {
            return false;
        }
        catchUp(snapshot.get());
        return state != now;
    }

    private void catchUp(Snapshot snapshot) {
        RoomState state = now;
        if (state == null) {
            return;
        }
        Optional<List<ShownBid>> unheard =
                snapshot.epoch() == state.epoch() ? hot.since(auction, state.epoch(), state.seq()) : Optional.empty();
        if (unheard.isEmpty()) {
            resync();
            return;
        }
        unheard.get().stream().filter(bid -> bid.seq() <= snapshot.seq()).forEach(this::gather);
        RoomState caughtUp = RoomState.of(snapshot, state.head());
        boolean closes = caughtUp.outcome() != null && state.outcome() == null;
        now = closes ? state.upTo(caughtUp) : caughtUp;
        flush(flushedAt);
        if (closes) {
            close(caughtUp);
        } else if (caughtUp.state() != state.state()) {
            sendAll(Frames.state(caughtUp, ""));
        }
    }

    /** A change that the room's own state already had when it was read is no news. */
    private void hearState(RoomState state, StateChanged change) {
        if (change.state() != state.state() || change.endsAt() != state.endsAt()) {
            flush(flushedAt);
            show(state.after(change));
            sendAll(Frames.state(state.after(change), change.reason()));
        }
    }

    private void hearClosed(RoomState state, AuctionClosed closed) {
        if (closed.seq() > state.seq()) {
            check();
        }
        flush(flushedAt);
        RoomState last = now;
        if (last != null && last.state() != AuctionState.CLOSED) {
            close(last.after(closed));
        }
    }

    private void close(RoomState closed) {
        show(closed);
        sendAll(Frames.closed(closed));
    }

    /** Nobody here can be sure of what it saw: everybody is welcomed anew. */
    private void resync() {
        news.forgetBids();
        missed.clear();
        open();
        RoomState state = shown;
        if (state != null) {
            sendAll(Frames.welcome(id, state, time.now(), watching, null, true));
        }
    }

    private void sendAll(String text) {
        sendAll(new Frame(text));
    }

    private void sendAll(Frame frame) {
        audience.show(frame);
    }
}
