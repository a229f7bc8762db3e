package com.neighborbid.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The thread that carries what all links of a house carry. */
final class Links implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Links.class.getName());
    private static final int CHUNK = 1 << 16;
    private static final int BACKLOG = 1000;
    private static final long TICK_MILLIS = 5;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Set<Connection> connections = new HashSet<>();
    private final ByteBuffer incoming = ByteBuffer.allocate(CHUNK);
    private volatile boolean running = true;

    Links() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(this::run, "links");
        thread.setDaemon(true);
        thread.start();
    }

    /** A link to this port of this machine, from any free one. */
    Link open(String name, int target) {
        return open(name, target, () -> (bytes, length) -> Tap.Verdict.PASS);
    }

    /** The same; every connection has a tap of its own. */
    Link open(String name, int target, Supplier<Tap> tap) {
        try {
            ServerSocketChannel door = ServerSocketChannel.open();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            door.configureBlocking(false);
            Link link = new Link(this, name, ((InetSocketAddress) door.getLocalAddress()).getPort(), target, tap);
            execute(() -> register(door, link));
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register(ServerSocketChannel door, Link link) {
        try {
            door.register(selector, SelectionKey.OP_ACCEPT, link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something to every connection of a link, soon, on the links' thread. */
    void each(Link link, Consumer<Connection> work) {
        execute(() -> List.copyOf(connections).stream()
                .filter(connection -> connection.link() == link)
                .forEach(work));
    }

    Selector selector() {
        return selector;
    }

    void forget(Connection connection) {
        if (connections.remove(connection)) {
            connection.link().closed();
        }
    }

    private void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void run() {
        try (selector) {
            while (running) {
                selector.select(connections.isEmpty() ? 0 : waitMillis());
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
                connections.stream().filter(Connection::waits).toList().forEach(Connection::goOn);
            }
            List.copyOf(connections).forEach(Connection::reset);
            for (SelectionKey key : new ArrayList<>(selector.keys())) {
                key.channel().close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "the links have died", e);
        }
    }

    private long waitMillis() {
        return connections.stream().anyMatch(Connection::waits) ? TICK_MILLIS : 0;
    }

    private void serve(SelectionKey key) {
        try {
            if (key.attachment() instanceof Link link) {
                accept((ServerSocketChannel) key.channel(), link);
            } else {
                ((Connection) key.attachment()).ready(key, incoming);
            }
        } catch (CancelledKeyException gone) {
            LOG.log(Level.DEBUG, "a connection is gone already", gone);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection broke", e);
            if (key.attachment() instanceof Connection connection) {
                connection.reset();
            }
        }
    }

    private void accept(ServerSocketChannel door, Link link) throws IOException {
        SocketChannel client = door.accept();
        if (client == null) {
            return;
        }
        Connection connection = new Connection(this, link, client, SocketChannel.open());
        connections.add(connection);
        link.opened();
        if (link.isCut()) {
            connection.reset();
        } else {
            connection.begin(selector);
        }
    }

    @Override
    public void close() {
        running = false;
        selector.wakeup();
    }
}
