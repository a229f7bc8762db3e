package com.neighborbid.faults;

import com.neighborbid.load.BidFrame;
import com.neighborbid.load.ResumingRoom;
import com.neighborbid.load.RoomEvents;
import com.neighborbid.load.Seat;
import com.neighborbid.load.SocketLoop;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One paddle's owner in one room: bids when it is its turn, one call at a time, and keeps what it hears. Loop's thread. */
final class Bidder implements RoomEvents {
    private static final int PROXY_EACH = 5;
    private static final int PROXY_STEPS = 3;
    private static final long SILENT_MILLIS = 4000;
    /** What a bidder may be told by a house that works. */
    private static final Set<String> REFUSALS =
            Set.of("TOO_LOW", "ALREADY_LEADING", "OVER_LIMIT", "CLOSED", "PAUSED", "NOT_OPEN");

    private final Sale sale;
    private final Seat seat;
    private final History history;
    private final Ears ears;
    private final ResumingRoom room;
    private final String place;
    private @Nullable BidCall asked;
    private long next;
    private int bids;
    private volatile boolean closed;
    private volatile boolean waiting;
    private volatile boolean welcomed;

    Bidder(SocketLoop loop, Sale sale, Seat seat, History history, Ears ears) {
        this.sale = sale;
        this.seat = seat;
        this.history = history;
        this.ears = ears;
        this.place = sale.auction() + " paddle " + seat.paddle();
        this.room = new ResumingRoom(
                loop, seat.member().room(sale.auction()), seat.member().token(), this);
    }

    void join() {
        room.join();
    }

    /** Once a second: a client that hears nothing for a while connects anew. */
    void beat() {
        room.beat(SILENT_MILLIS);
    }

    void leave() {
        room.leave();
    }

    Sale sale() {
        return sale;
    }

    /** Whether it was let in at least once. */
    boolean isIn() {
        return welcomed;
    }

    /** Whether it has heard that the auction is over. */
    boolean isClosed() {
        return closed;
    }

    /** Whether a call of it has no answer yet. */
    boolean waits() {
        return waiting;
    }

    /** How often its socket broke without a close frame. */
    int dropped() {
        return room.dropped();
    }

    /** Calls, unless it waits for an answer. */
    boolean bid() {
        if (waiting || closed || !welcomed) {
            return false;
        }
        String ref = "b" + ++bids;
        boolean proxy = bids % PROXY_EACH == 0;
        long value = proxy ? next + PROXY_STEPS * Auctioneer.INCREMENT : next;
        BidCall call = new BidCall(sale.auction(), seat.paddle(), ref, proxy, value);
        history.asked(call);
        asked = call;
        waiting = true;
        if (proxy) {
            room.proxy(ref, value);
        } else {
            room.bid(ref, value);
        }
        return true;
    }

    @Override
    public void welcome(Welcome welcome) {
        next = welcome.next();
        welcomed = true;
        history.welcomed(place, welcome.epoch());
        if (welcome.state().equals("CLOSED")) {
            end();
        }
    }

    @Override
    public void bids(BidFrame frame) {
        next = frame.next();
        for (int i = 0; i < frame.size(); i++) {
            history.shown(sale.auction(), frame.bid(i));
        }
    }

    @Override
    public void accepted(String ref, long seq, boolean leading) {
        BidCall call = answered(ref);
        if (call != null) {
            call.accepted(seq, leading);
            ears.answered(sale, call);
        }
    }

    @Override
    public void rejected(String ref, String code, long least) {
        next = Math.max(next, least);
        BidCall call = answered(ref);
        if (call != null) {
            call.rejected(code);
            ears.answered(sale, call);
        }
        if (code.equals("CLOSED")) {
            end();
        }
        if (!REFUSALS.contains(code)) {
            history.contradiction(place + " was refused with " + code);
        }
    }

    private @Nullable BidCall answered(String ref) {
        BidCall call = asked;
        if (call == null || !call.ref().equals(ref)) {
            history.contradiction(place + " was answered for " + ref + ", which it did not ask");
            return null;
        }
        asked = null;
        waiting = false;
        if (closed) {
            end();
        }
        return call;
    }

    /** Leaves a closed room, once nothing is on its way any more. */
    private void end() {
        closed = true;
        if (!waiting) {
            room.leave();
        }
    }

    @Override
    public void recorded(long seq) {
        ears.recorded(sale, seq);
    }

    @Override
    public void ended(String outcome, long seq, long price, int paddle) {
        end();
        history.closed(sale.auction(), new History.Closing(outcome, seq, price, paddle));
    }

    @Override
    public void error(String code, String ref) {
        history.contradiction(place + " error " + code + " for " + ref);
    }

    /** Frames that did not follow the one before. */
    int breaks() {
        return room.breaks();
    }
}
