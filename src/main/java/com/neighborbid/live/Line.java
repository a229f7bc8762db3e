package com.neighborbid.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One socket that the house serves itself. Whoever has a frame for it writes it at once, on its own thread; what the
 * peer's window does not take waits here, and the {@link LineLoop} sends it on. It ends after a close frame in each
 * direction, when either side is gone, or when its time to close is up. At rest it keeps no buffer.
 */
final class Line implements Outlet, WireDecoder.Reader {
    private static final Logger LOG = System.getLogger(Line.class.getName());
    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final LineLoop loop;
    private final WireDecoder decoder = new WireDecoder();

    /** What the peer's window did not take; guarded, like the next two, by this. */
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>(1);

    private boolean closing;

    /** The last ping that could not be answered yet. */
    private byte @Nullable [] unanswered;

    /** The beginning of a frame; the loop's thread alone, like the next three. */
    private byte[] begun = NOTHING;

    /** Nothing that comes counts any more. */
    private boolean deaf;

    /** The peer has said its farewell. */
    private boolean farewell;

    private boolean ended;

    @SuppressWarnings("NullAway.Init")
    private SocketOwner owner;

    Line(SocketChannel channel, LineLoop loop) {
        this.channel = channel;
        this.loop = loop;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Whose it is; to be said before the loop serves it. */
    void belongsTo(SocketOwner whose) {
        owner = whose;
    }

    @Override
    public void send(Frame frame) {
        write(frame.bytes());
    }

    @Override
    public void ping(byte[] data) {
        write(Frame.ping(data));
    }

    /** Sends bytes as they are. */
    synchronized void write(byte[] bytes) {
        if (closing) {
            throw new IllegalStateException("the socket is closed");
        }
        offer(ByteBuffer.wrap(bytes));
    }

    @Override
    public synchronized void close(CloseReason reason) {
        if (closing) {
            return;
        }
        closing = true;
        if (reason == Closing.TOO_SLOW) {
            // It would not read the rest either; but a frame that has begun must end.
            waiting.removeIf(frame -> frame.position() == 0);
        }
        offer(ByteBuffer.wrap(Frame.close(reason)));
        loop.closing(this);
    }

    private void offer(ByteBuffer bytes) {
        if (waiting.isEmpty()) {
            try {
                channel.write(bytes);
            } catch (IOException gone) {
                LOG.log(Level.DEBUG, "A peer went while it was written to", gone);
                closing = true;
                loop.ended(this);
                return;
            }
        }
        if (bytes.hasRemaining()) {
            waiting.addLast(bytes);
            loop.wantsToWrite(this);
        }
    }

    /** Whether something waits for the peer's window. */
    synchronized boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Sends on what waits. */
    synchronized void flush() throws IOException {
        while (!waiting.isEmpty()) {
            ByteBuffer first = waiting.getFirst();
            channel.write(first);
            if (first.hasRemaining()) {
                return;
            }
            waiting.removeFirst();
        }
        byte[] data = unanswered;
        unanswered = null;
        if (data != null) {
            asked(data);
        }
    }

    /**
     * Ends when both sides have said all that they had to say. A peer that broke the protocol may be in the middle of
     * something: it is told that nothing more comes, and heard out, else it would lose the farewell. The loop's thread
     * alone.
     */
    void settle() throws IOException {
        boolean said;
        synchronized (this) {
            said = closing && waiting.isEmpty();
        }
        if (said && farewell) {
            end();
        } else if (said && deaf && !ended) {
            channel.shutdownOutput();
        }
    }

    /**
     * Takes in what has come. The loop's thread alone.
     *
     * @param buffer the loop's own, with room for the longest frame
     */
    void read(ByteBuffer buffer) throws IOException {
        buffer.clear().put(begun);
        begun = NOTHING;
        if (channel.read(buffer) < 0) {
            end();
            return;
        }
        buffer.flip();
        if (deaf) {
            return;
        }
        try {
            decoder.take(buffer, this);
        } catch (BrokenWireException e) {
            deaf = true;
            close(e.reason());
        }
        if (!deaf && buffer.hasRemaining()) {
            begun = new byte[buffer.remaining()];
            buffer.get(begun);
        }
    }

    /** Gives the socket up. The loop's thread alone. */
    void end() {
        if (ended) {
            return;
        }
        ended = true;
        deaf = true;
        synchronized (this) {
            closing = true;
            waiting.clear();
        }
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A socket could not be closed", e);
        }
        owner.close();
    }

    @Override
    public void text(String text) {
        if (!deaf) {
            owner.text(text);
        }
    }

    @Override
    public void binary() {
        if (!deaf) {
            owner.binary();
        }
    }

    /** Of the pings of a peer that does not read, the last is answered (RFC 6455, 5.5.3): else their answers pile up. */
    @Override
    public synchronized void asked(byte[] data) {
        if (!waiting.isEmpty()) {
            unanswered = data;
        } else if (!deaf && !closing) {
            offer(ByteBuffer.wrap(Frame.pong(data)));
        }
    }

    @Override
    public void answered(byte[] data) {
        if (!deaf) {
            owner.pong(ByteBuffer.wrap(data));
        }
    }

    @Override
    public void closes(int code) {
        deaf = true;
        farewell = true;
        boolean none = code == CloseCodes.NO_STATUS_CODE.getCode();
        close(new CloseReason(none ? CloseCodes.NORMAL_CLOSURE : CloseCodes.getCloseCode(code), ""));
        loop.closing(this);
    }
}
