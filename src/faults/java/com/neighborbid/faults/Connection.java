package com.neighborbid.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;

/**
 * One connection of a link: two sockets and what is on its way between them. Of a half open one only the client's socket is
 * left, or only the server's, and what that end says vanishes. Links' thread only.
 */
final class Connection {
    private static final int MOST_WAITING = 1 << 20;

    private final Links links;
    private final Link link;
    private final SocketChannel client;
    private final SocketChannel server;
    private final Tap tap;
    private final Map<Way, Pipe> pipes = new EnumMap<>(Way.class);
    private boolean halfOpen;
    private boolean over;

    private static final class Pipe {
        final SocketChannel from;
        final SocketChannel to;
        final ArrayDeque<Chunk> waiting = new ArrayDeque<>();
        int bytes;
        boolean ended;
        boolean full;

        Pipe(SocketChannel from, SocketChannel to) {
            this.from = from;
            this.to = to;
        }
    }

    private record Chunk(ByteBuffer bytes, long dueNanos) {}

    Connection(Links links, Link link, SocketChannel client, SocketChannel server) {
        this.links = links;
        this.link = link;
        this.client = client;
        this.server = server;
        this.tap = link.newTap();
        pipes.put(Way.TO_SERVER, new Pipe(client, server));
        pipes.put(Way.TO_CLIENT, new Pipe(server, client));
    }

    Link link() {
        return link;
    }

    void begin(Selector selector) throws IOException {
        for (SocketChannel socket : new SocketChannel[] {client, server}) {
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        client.register(selector, 0, this);
        boolean connected = server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), link.target()));
        server.register(selector, connected ? 0 : SelectionKey.OP_CONNECT, this);
        interest();
    }

    void ready(SelectionKey key, ByteBuffer incoming) throws IOException {
        if (key.isValid() && key.isConnectable() && server.finishConnect()) {
            interest();
        }
        if (key.isValid() && key.isReadable()) {
            read(key.channel() == client ? Way.TO_SERVER : Way.TO_CLIENT, incoming);
        }
        if (!over) {
            flush();
        }
    }

    private void read(Way way, ByteBuffer incoming) throws IOException {
        Pipe pipe = pipes.get(way);
        incoming.clear();
        int count = pipe.from.read(incoming);
        if (halfOpen) {
            if (count < 0) {
                reset();
            }
            return;
        }
        if (count < 0) {
            pipe.ended = true;
            return;
        }
        if (way == Way.TO_CLIENT && tap.look(incoming.array(), count) == Tap.Verdict.BREAK) {
            reset();
            return;
        }
        byte[] bytes = new byte[count];
        incoming.flip().get(bytes);
        pipe.waiting.add(new Chunk(ByteBuffer.wrap(bytes), System.nanoTime() + link.slowNanos()));
        pipe.bytes += count;
    }

    /** Whether something waits for its time, and not for a socket. */
    boolean waits() {
        return !halfOpen
                && pipes.entrySet().stream()
                        .anyMatch(way ->
                                !way.getValue().waiting.isEmpty() && !way.getValue().full && !link.holds(way.getKey()));
    }

    void goOn() {
        try {
            flush();
        } catch (IOException e) {
            reset();
        }
    }

    private void flush() throws IOException {
        if (halfOpen) {
            interest();
            return;
        }
        for (Map.Entry<Way, Pipe> way : pipes.entrySet()) {
            Pipe pipe = way.getValue();
            if (!link.holds(way.getKey()) && pipe.to.isConnected()) {
                write(pipe);
            }
        }
        if (pipes.values().stream().allMatch(pipe -> pipe.ended && pipe.waiting.isEmpty())) {
            reset();
        } else {
            interest();
        }
    }

    private static void write(Pipe pipe) throws IOException {
        long now = System.nanoTime();
        pipe.full = false;
        for (Chunk first = pipe.waiting.peek();
                first != null && first.dueNanos - now <= 0 && !pipe.full;
                first = pipe.waiting.peek()) {
            pipe.bytes -= pipe.to.write(first.bytes);
            if (first.bytes.hasRemaining()) {
                pipe.full = true;
            } else {
                pipe.waiting.remove();
            }
        }
        if (pipe.ended && pipe.waiting.isEmpty()) {
            pipe.to.shutdownOutput();
        }
    }

    /** Asks the selector for what this connection can go on with. */
    void interest() {
        if (over) {
            return;
        }
        watch(client, Way.TO_SERVER, Way.TO_CLIENT);
        if (halfOpen || server.isConnected()) {
            watch(server, Way.TO_CLIENT, Way.TO_SERVER);
        }
    }

    private void watch(SocketChannel socket, Way from, Way to) {
        SelectionKey key = socket.keyFor(links.selector());
        if (key == null || !key.isValid()) {
            return;
        }
        Pipe reads = pipes.get(from);
        boolean readable = halfOpen || !reads.ended && !link.holds(from) && reads.bytes < MOST_WAITING;
        boolean writable = !halfOpen && pipes.get(to).full && !link.holds(to);
        key.interestOps((readable ? SelectionKey.OP_READ : 0) | (writable ? SelectionKey.OP_WRITE : 0));
    }

    /** The server's end breaks, and the client is not told. */
    void forgetServer() {
        forget(server);
    }

    /** The client's end breaks, and the server is not told. */
    void forgetClient() {
        if (server.isConnected()) {
            forget(client);
        } else {
            reset();
        }
    }

    private void forget(SocketChannel end) {
        if (!over) {
            halfOpen = true;
            close(end, true);
            interest();
        }
    }

    /** Both ends see the connection break. */
    void reset() {
        if (!over) {
            over = true;
            boolean byForce = pipes.values().stream().anyMatch(pipe -> !pipe.ended);
            close(client, byForce);
            close(server, byForce);
            links.forget(this);
        }
    }

    private static void close(SocketChannel socket, boolean byForce) {
        try {
            if (byForce && socket.isOpen()) {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
