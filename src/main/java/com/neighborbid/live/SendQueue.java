package com.neighborbid.live;

import jakarta.websocket.CloseReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way out to one socket. What is behind it queues without a bound, so this keeps the account: every so many bytes a
 * ping carries the count of what was sent, the client's pong says what it has read, and whoever owes too much is cut.
 */
final class SendQueue {
    private static final Logger LOG = System.getLogger(SendQueue.class.getName());
    /** How often within what a socket may owe it is asked how far it has read. */
    private static final int PINGS = 8;

    private final Outlet outlet;
    private final long unreadMost;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong pinged = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long read;

    /** @param unreadMost bytes that the socket may owe before it is cut */
    SendQueue(Outlet outlet, long unreadMost) {
        this.outlet = outlet;
        this.unreadMost = unreadMost;
    }

    /** Sends a frame, or cuts the socket that has not read what went before; never waits. */
    void send(Frame frame) {
        if (closed.get()) {
            return;
        }
        long total = sent.addAndGet(frame.bytes().length);
        if (total - read > unreadMost) {
            close(Closing.TOO_SLOW);
            return;
        }
        try {
            outlet.send(frame);
        } catch (IllegalStateException gone) {
            // Closed between the client's end and ours; its OnClose takes it out of the room.
            closed.set(true);
            LOG.log(Level.DEBUG, "A socket went while it was sent to", gone);
            return;
        }
        if (total - pinged.get() > unreadMost / PINGS) {
            ping();
        }
    }

    /** Asks the client how far it has read. */
    void ping() {
        long count = sent.get();
        pinged.set(count);
        try {
            outlet.ping(ByteBuffer.allocate(Long.BYTES).putLong(count).array());
        } catch (IllegalStateException gone) {
            LOG.log(Level.DEBUG, "A socket went while it was pinged", gone);
        }
    }

    /** The client has read up to a ping. */
    void pong(ByteBuffer data) {
        if (data.remaining() == Long.BYTES) {
            read = Math.max(read, Math.min(data.getLong(data.position()), sent.get()));
        }
    }

    /** Whether it was closed from this side, or found closed. */
    boolean isClosed() {
        return closed.get();
    }

    /** Closes the socket, once. */
    void close(CloseReason reason) {
        if (closed.compareAndSet(false, true)) {
            outlet.close(reason);
        }
    }
}
