package com.neighborbid.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of one WebSocket (RFC 6455): connecting, then its handshake, then open, then closed for good.
 * {@link #send} may be called from any thread and never blocks; everything else happens on the loop's thread.
 */
public final class RoomSocket {
    /** No close frame came (RFC 6455, 7.1.5). */
    public static final int ABNORMAL = 1006;

    private final SocketLoop loop;
    private final byte[] request;
    private final RoomListener listener;
    private final FrameDecoder decoder = new FrameDecoder();
    private final ArrayDeque<ByteBuffer> outgoing = new ArrayDeque<>();
    private final FrameDecoder.Sink sink = new Incoming();
    private byte[] answer = new byte[0];
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private volatile State state = State.CONNECTING;

    private enum State {
        CONNECTING,
        HANDSHAKE,
        OPEN,
        CLOSED
    }

    RoomSocket(SocketLoop loop, String request, RoomListener listener) {
        this.loop = loop;
        this.request = request.getBytes(StandardCharsets.US_ASCII);
        this.listener = listener;
    }

    /** Whether frames can be sent now. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Sends one text message; false, and nothing sent, when the socket is not open. */
    public boolean send(String text) {
        return state == State.OPEN
                && write(FrameEncoder.frame(FrameEncoder.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a close frame with code 1000; the server's answer closes the socket. */
    public void close() {
        if (state == State.OPEN) {
            write(FrameEncoder.close(1000));
        } else {
            loop.execute(() -> fail("closed before it was open"));
        }
    }

    /** Drops the connection as a lost network would, without a close frame. */
    public void drop() {
        loop.execute(() -> fail("dropped"));
    }

    void attach(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    void connected() {
        interest(SelectionKey.OP_READ);
        state = State.HANDSHAKE;
        write(ByteBuffer.wrap(request));
    }

    /** Does what the channel is ready for; {@code incoming} is the loop's shared read buffer. */
    void ready(ByteBuffer incoming) {
        SelectionKey ready = key;
        SocketChannel connection = channel;
        if (ready == null || connection == null || !ready.isValid()) {
            return;
        }
        try {
            if (ready.isConnectable() && connection.finishConnect()) {
                connected();
            }
            if (ready.isValid() && ready.isWritable()) {
                flush();
            }
            if (ready.isValid() && ready.isReadable()) {
                read(connection, incoming);
            }
        } catch (IOException e) {
            fail(e.toString());
        }
    }

    void fail(String reason) {
        finish(ABNORMAL, reason);
    }

    private void read(SocketChannel connection, ByteBuffer incoming) throws IOException {
        incoming.clear();
        int count = connection.read(incoming);
        if (count < 0) {
            fail("the server ended the connection");
        } else if (state == State.HANDSHAKE) {
            handshake(incoming.array(), count);
        } else {
            decoder.feed(incoming.array(), 0, count, sink);
        }
    }

    private void handshake(byte[] bytes, int count) throws IOException {
        int before = answer.length;
        answer = Arrays.copyOf(answer, before + count);
        System.arraycopy(bytes, 0, answer, before, count);
        int end = Handshake.endOfHead(answer);
        if (end < 0) {
            return;
        }
        Handshake.check(new String(answer, 0, end, StandardCharsets.ISO_8859_1), request);
        state = State.OPEN;
        listener.opened(this);
        byte[] early = answer;
        answer = new byte[0];
        decoder.feed(early, end, early.length, sink);
    }

    private boolean write(ByteBuffer frame) {
        synchronized (outgoing) {
            outgoing.add(frame);
            if (outgoing.size() > 1) {
                return true;
            }
        }
        try {
            flush();
            return true;
        } catch (IOException e) {
            loop.execute(() -> fail(e.toString()));
            return false;
        }
    }

    private void flush() throws IOException {
        SocketChannel connection = channel;
        if (connection == null) {
            return;
        }
        synchronized (outgoing) {
            for (ByteBuffer first = outgoing.peek(); first != null; first = outgoing.peek()) {
                connection.write(first);
                if (first.hasRemaining()) {
                    interest(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    return;
                }
                outgoing.remove();
            }
            interest(SelectionKey.OP_READ);
        }
    }

    private void interest(int operations) {
        SelectionKey registered = key;
        if (registered != null && registered.isValid() && registered.interestOps() != operations) {
            registered.interestOps(operations);
            loop.wakeup();
        }
    }

    private void finish(int code, String reason) {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        SocketChannel connection = channel;
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                System.getLogger(RoomSocket.class.getName()).log(System.Logger.Level.DEBUG, "close failed", e);
            }
        }
        listener.closed(code, reason);
    }

    private final class Incoming implements FrameDecoder.Sink {
        @Override
        public void message(byte[] bytes, int from, int length) {
            if (state == State.OPEN) {
                listener.text(bytes, from, length);
            }
        }

        @Override
        public void ping(byte[] payload) {
            write(FrameEncoder.frame(FrameEncoder.PONG, payload));
        }

        @Override
        public void close(int code, String reason) {
            write(FrameEncoder.close(code == FrameDecoder.NO_CODE ? 1000 : code));
            finish(code, reason);
        }
    }
}
