package com.neighborbid.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A server that does nothing but send the same frame to everybody: no decision, no session, no queue, blocking sockets.
 * Nothing that keeps a room can be faster on this machine.
 */
final class BareServer implements Closeable {
    private static final int HEAD_MAX = 8192;
    private static final int BACKLOG = 1024;

    private final ServerSocketChannel door;
    private final List<SocketChannel> watchers = new ArrayList<>();
    private long seq;

    BareServer() throws IOException {
        door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + door.socket().getLocalPort() + "/");
    }

    /** Lets so many watchers in; they must be on their way. */
    void admit(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel watcher = door.accept();
            watcher.setOption(StandardSocketOptions.TCP_NODELAY, true);
            send(watcher, ByteBuffer.wrap(Handshake.answer(head(watcher)).getBytes(StandardCharsets.US_ASCII)));
            watchers.add(watcher);
        }
    }

    /** Sends one frame with so many new bids to every watcher; a bid's {@code at} is {@link System#nanoTime()}. */
    void broadcast(int bids) throws IOException {
        ByteBuffer frame = frame(bids);
        for (SocketChannel watcher : watchers) {
            send(watcher, frame.duplicate());
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel watcher : watchers) {
            watcher.close();
        }
        door.close();
    }

    /** As long as a room's own frames. */
    private ByteBuffer frame(int bids) {
        StringBuilder text = new StringBuilder("{\"type\":\"bids\",\"bids\":[");
        long now = System.nanoTime();
        for (int i = 0; i < bids; i++) {
            seq++;
            text.append(i == 0 ? "" : ",").append("{\"seq\":").append(seq);
            text.append(",\"amount\":").append(LoadRoom.START_PRICE + seq * LoadRoom.INCREMENT);
            text.append(",\"paddle\":1,\"at\":").append(now).append(",\"proxy\":false}");
        }
        text.append("],\"next\":")
                .append(LoadRoom.START_PRICE + (seq + 1) * LoadRoom.INCREMENT)
                .append('}');
        return FrameEncoder.unmasked(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(SocketChannel watcher, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            watcher.write(bytes);
        }
    }

    private static byte[] head(SocketChannel watcher) throws IOException {
        InputStream in = watcher.socket().getInputStream();
        byte[] head = new byte[0];
        while (Handshake.endOfHead(head) < 0) {
            byte[] part = new byte[HEAD_MAX];
            int count = in.read(part);
            if (count < 0 || head.length + count > HEAD_MAX) {
                throw new IOException("no handshake came");
            }
            head = Arrays.copyOf(head, head.length + count);
            System.arraycopy(part, 0, head, head.length - count, count);
        }
        return head;
    }
}
