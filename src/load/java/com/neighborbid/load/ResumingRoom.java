package com.neighborbid.load;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client's place in a room that outlives its sockets: when the socket is lost it connects again with jitter, resumes
 * by epoch and seq, and sends every bid again, with the same ref, whose answer never came. It ends with {@link #leave},
 * with close code 1008, or with the auction. Loop thread only.
 */
public final class ResumingRoom implements RoomListener, RoomEvents {
    private static final int POLICY = 1008;
    private static final long PAUSE_MILLIS = 150;
    private static final String PING = "{\"type\":\"ping\",\"t\":0}";

    private final SocketLoop loop;
    private final URI room;
    private final @Nullable String token;
    private final RoomEvents events;
    private final RoomReader reader = new RoomReader(this, null);
    private final Map<String, String> unanswered = new LinkedHashMap<>();
    private @Nullable RoomSocket socket;
    private String epoch = "";
    private long seq;
    private long heardNanos;
    private boolean welcomed;
    private boolean over;
    private int connects;
    private int resyncs;
    private int breaks;
    private int dropped;

    public ResumingRoom(SocketLoop loop, URI room, @Nullable String token, RoomEvents events) {
        this.loop = loop;
        this.room = room;
        this.token = token;
        this.events = events;
    }

    /** Connects for the first time, or again. */
    public void join() {
        if (!over) {
            heardNanos = System.nanoTime();
            URI uri = epoch.isEmpty() ? room : URI.create(room + "?epoch=" + epoch + "&since=" + seq);
            socket = loop.connect(uri, token, this);
        }
    }

    /** Asks for a sign of life; a socket that gave none for so long is dropped, and another one made. */
    public void beat(long silentMillis) {
        RoomSocket current = socket;
        if (over || current == null) {
            return;
        }
        if (System.nanoTime() - heardNanos > TimeUnit.MILLISECONDS.toNanos(silentMillis)) {
            heardNanos = System.nanoTime();
            current.drop();
        } else if (welcomed) {
            current.send(PING);
        }
    }

    /** Closes the socket and stays away. */
    public void leave() {
        over = true;
        if (socket != null) {
            socket.close();
        }
    }

    /** Bids exactly this amount, now or as soon as the room is back. */
    public void bid(String ref, long amount) {
        ask(ref, "{\"type\":\"bid\",\"ref\":\"" + ref + "\",\"amount\":" + amount + "}");
    }

    /** Names a maximum, now or as soon as the room is back. */
    public void proxy(String ref, long max) {
        ask(ref, "{\"type\":\"proxy\",\"ref\":\"" + ref + "\",\"max\":" + max + "}");
    }

    /** How many bids wait for their answer. */
    public int waiting() {
        return unanswered.size();
    }

    /** The last seq that this client has seen. */
    public long seq() {
        return seq;
    }

    /** How often the room was entered. */
    public int connects() {
        return connects;
    }

    /** How often the server could not close the gap and said so. */
    public int resyncs() {
        return resyncs;
    }

    /** How often a bid frame did not follow the one before: 0 in a house that keeps its promise. */
    public int breaks() {
        return breaks;
    }

    /** How often the socket, once in the room, ended without a close frame. */
    public int dropped() {
        return dropped;
    }

    private void ask(String ref, String frame) {
        unanswered.put(ref, frame);
        if (welcomed && socket != null) {
            socket.send(frame);
        }
    }

    @Override
    public void opened(RoomSocket opened) {
        connects++;
    }

    @Override
    public void text(byte[] bytes, int from, int length) {
        heardNanos = System.nanoTime();
        reader.read(bytes, from, length);
    }

    @Override
    public void closed(int code, String reason) {
        if (welcomed && code == RoomSocket.ABNORMAL) {
            dropped++;
        }
        welcomed = false;
        over |= code == POLICY;
        loop.after(PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(PAUSE_MILLIS), this::join);
    }

    @Override
    public void welcome(Welcome welcome) {
        if (welcome.resync()) {
            resyncs++;
        }
        if (epoch.isEmpty() || welcome.resync()) {
            seq = welcome.seq();
        }
        epoch = welcome.epoch();
        welcomed = true;
        events.welcome(welcome);
        RoomSocket open = socket;
        if (open != null) {
            unanswered.values().forEach(open::send);
        }
    }

    @Override
    public void bids(BidFrame frame) {
        if (!frame.continues(seq)) {
            breaks++;
        }
        seq = frame.lastSeq();
        events.bids(frame);
    }

    @Override
    public void accepted(String ref, long acceptedSeq, boolean leading) {
        if (unanswered.remove(ref) != null) {
            events.accepted(ref, acceptedSeq, leading);
        }
    }

    /** What the house could not take for the moment is asked again; any other refusal is an answer. */
    @Override
    public void rejected(String ref, String code, long next) {
        String frame = unanswered.get(ref);
        if (frame == null) {
            return;
        }
        if (code.equals("UNAVAILABLE") || code.equals("RATE_LIMITED")) {
            loop.after(PAUSE_MILLIS, () -> again(ref, frame));
        } else {
            unanswered.remove(ref);
            events.rejected(ref, code, next);
        }
    }

    private void again(String ref, String frame) {
        if (welcomed && socket != null && unanswered.containsKey(ref)) {
            socket.send(frame);
        }
    }

    @Override
    public void recorded(long recordedSeq) {
        events.recorded(recordedSeq);
    }

    @Override
    public void ended(String outcome, long endedSeq, long price, int paddle) {
        events.ended(outcome, endedSeq, price, paddle);
    }

    @Override
    public void error(String code, String ref) {
        events.error(code, ref);
    }
}
