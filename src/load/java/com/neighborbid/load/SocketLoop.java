package com.neighborbid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread that serves thousands of WebSockets and the timers of those who use them. The JDK's own client costs
 * several thread hand-overs a frame; on a machine that it shares with the server that would measure the client.
 */
public final class SocketLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SocketLoop.class.getName());
    private static final int READ_BYTES = 1 << 18;

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final ByteBuffer incoming = ByteBuffer.allocate(READ_BYTES);
    private final Thread thread;
    private long timersMade;
    private volatile boolean running = true;

    private SocketLoop(String name) throws IOException {
        selector = Selector.open();
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Starts a loop on a daemon thread of this name. */
    public static SocketLoop start(String name) {
        try {
            SocketLoop loop = new SocketLoop(name);
            loop.thread.start();
            return loop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a WebSocket without waiting for it. The listener hears {@code opened} or {@code closed}, on this thread.
     *
     * @param uri {@code ws://host:port/path?query}
     * @param token a session's token, sent as {@code Authorization: Bearer}, or null to watch only
     */
    public RoomSocket connect(URI uri, @Nullable String token, RoomListener listener) {
        RoomSocket socket = new RoomSocket(this, Handshake.request(uri, token), listener);
        execute(() -> register(socket, uri));
        return socket;
    }

    /** Runs the task on this loop's thread, soon. */
    public void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /** Runs the task on this loop's thread once {@link System#nanoTime()} has reached {@code nanos}. */
    public void at(long nanos, Runnable task) {
        if (Thread.currentThread() == thread) {
            timers.add(new Timer(nanos, timersMade++, task));
        } else {
            execute(() -> at(nanos, task));
        }
    }

    /** Runs the task on this loop's thread after so many milliseconds. */
    public void after(long millis, Runnable task) {
        at(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), task);
    }

    /** Ends the loop; its sockets are dropped without a close frame. */
    @Override
    public void close() {
        running = false;
        selector.wakeup();
    }

    void wakeup() {
        selector.wakeup();
    }

    private void register(RoomSocket socket, URI uri) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.attach(channel, channel.register(selector, SelectionKey.OP_CONNECT, socket));
            if (channel.connect(new InetSocketAddress(uri.getHost(), uri.getPort()))) {
                socket.connected();
            }
        } catch (IOException | RuntimeException e) {
            socket.fail("cannot connect: " + e);
        }
    }

    private void run() {
        try (selector) {
            while (running) {
                select();
                serveKeys();
                runTasks();
                runTimers();
            }
            selector.keys().forEach(key -> ((RoomSocket) key.attachment()).fail("the loop has ended"));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the socket loop has died", e);
        }
    }

    private void select() throws IOException {
        Timer first = timers.peek();
        if (!tasks.isEmpty()) {
            selector.selectNow();
        } else if (first == null) {
            selector.select();
        } else {
            long millis = TimeUnit.NANOSECONDS.toMillis(first.nanos - System.nanoTime() + 999_999);
            if (millis <= 0) {
                selector.selectNow();
            } else {
                selector.select(millis);
            }
        }
    }

    private void serveKeys() {
        for (SelectionKey key : selector.selectedKeys()) {
            RoomSocket socket = (RoomSocket) key.attachment();
            guarded(() -> socket.ready(incoming), socket);
        }
        selector.selectedKeys().clear();
    }

    private void runTasks() {
        for (int left = tasks.size(); left > 0; left--) {
            Runnable task = tasks.poll();
            if (task != null) {
                guarded(task, null);
            }
        }
    }

    private void runTimers() {
        long now = System.nanoTime();
        Timer first = timers.peek();
        while (first != null && first.nanos - now <= 0) {
            timers.remove();
            guarded(first.task, null);
            first = timers.peek();
        }
    }

    /** A listener's mistake ends its own socket, not everybody's. */
    private void guarded(Runnable task, @Nullable RoomSocket socket) {
        try {
            task.run();
        } catch (RuntimeException | AssertionError e) {
            LOG.log(Level.ERROR, "a listener or a timer failed", e);
            if (socket != null) {
                socket.fail("client: " + e);
            }
        }
    }

    private record Timer(long nanos, long order, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.signum(nanos - other.nanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
