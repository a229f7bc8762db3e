package com.neighborbid.live;

import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.platform.Ids;
import jakarta.websocket.CloseReason;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One socket in a room: who it is, how it is reached, and how it behaves. */
final class Watcher implements FrameReceiver {
    private final String name;
    private final @Nullable MemberPrincipal member;
    private final SendQueue queue;
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile long heardAt;
    private long frames;
    private int faults;
    private long faultsSince;

    /** @param name of the socket, in the log */
    Watcher(String name, @Nullable MemberPrincipal member, SendQueue queue, long now) {
        this.name = name;
        this.member = member;
        this.queue = queue;
        this.heardAt = now;
    }

    /** Who it is, or null for a guest, who may watch. */
    @Nullable
    MemberPrincipal member() {
        return member;
    }

    /** Whether it came with this session. */
    boolean isOf(String session) {
        return member != null && Ids.text(member.sessionId()).equals(session);
    }

    void send(String frame) {
        queue.send(new Frame(frame));
    }

    @Override
    public void send(Frame frame) {
        queue.send(frame);
    }

    void close(CloseReason reason) {
        queue.close(reason);
    }

    /** Whether nothing more is said to it. */
    boolean isClosed() {
        return queue.isClosed();
    }

    /** A bid of it is on its way to be decided. */
    void asks() {
        unanswered.incrementAndGet();
    }

    /** Sends a bid's decision. */
    void answer(String frame) {
        send(frame);
        unanswered.decrementAndGet();
    }

    /** Whether each of its bids was answered. */
    boolean isAnswered() {
        return unanswered.get() == 0;
    }

    /** A name for the work on its next frame. Called by the socket's thread alone. */
    String nextWork() {
        return name + '.' + ++frames;
    }

    /** Something came from it. */
    void heard(long now) {
        heardAt = now;
    }

    void pong(ByteBuffer data, long now) {
        heardAt = now;
        queue.pong(data);
    }

    /** Whether this is its part of the heartbeat. */
    boolean beatsAt(int slot, int slots) {
        return Math.floorMod(name.hashCode(), slots) == slot;
    }

    /** Pings it, or cuts it when it has been silent for too long. */
    void beat(long now, int silenceMs) {
        if (now - heardAt > silenceMs) {
            queue.close(Closing.TOO_SLOW);
        } else {
            queue.ping();
        }
    }

    /** Counts a faulty frame; true when it is one too many within the window. Called by the socket's thread alone. */
    boolean isAbusive(long now, long windowMs, int most) {
        if (now - faultsSince > windowMs) {
            faultsSince = now;
            faults = 0;
        }
        return ++faults > most;
    }
}
