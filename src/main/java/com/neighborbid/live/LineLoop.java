package com.neighborbid.live;

import com.neighborbid.platform.Time;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * One thread that reads from thousands of {@link Line}s and sends on what their peers would not take at once. What it
 * calls must not block. Lines that close have a while to do so.
 */
final class LineLoop implements Runnable {
    private static final Logger LOG = System.getLogger(LineLoop.class.getName());
    /** A whole message, its head, and as much again to be read in one go. */
    private static final int BUFFER_BYTES = 2 * (FrameSize.LONGEST_MESSAGE + WireDecoder.LONGEST_HEAD);

    private static final long TURN_MS = 500;

    private final Time time;
    private final long closeNanos;
    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Map<Line, Long> deadlines = new LinkedHashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private volatile boolean open = true;

    /** @param closeMs that a line has for its farewell */
    LineLoop(Time time, int closeMs) throws IOException {
        this.time = time;
        this.closeNanos = TimeUnit.MILLISECONDS.toNanos(closeMs);
        this.selector = Selector.open();
    }

    /** Serves a line from now on. */
    void serve(Line line) {
        execute(() -> register(line));
    }

    /** The peer did not take all of it. */
    void wantsToWrite(Line line) {
        execute(() -> {
            SelectionKey key = line.channel().keyFor(selector);
            if (key != null && key.isValid()) {
                key.interestOpsOr(SelectionKey.OP_WRITE);
            }
        });
    }

    /** The line has said its farewell, or heard the peer's. */
    void closing(Line line) {
        execute(() -> {
            deadlines.putIfAbsent(line, time.ticks() + closeNanos);
            settle(line);
        });
    }

    /** The peer is gone. */
    void ended(Line line) {
        execute(line::end);
    }

    /** Ends the loop and drops its lines. */
    void close() {
        open = false;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector) {
            while (open) {
                selector.select(deadlines.isEmpty() ? 0 : TURN_MS);
                selector.selectedKeys().forEach(this::serve);
                selector.selectedKeys().clear();
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    guarded(task);
                }
                guarded(this::expire);
            }
            selector.keys().forEach(key -> guarded(() -> dismiss((Line) key.attachment())));
        } catch (IOException e) {
            LOG.log(Level.ERROR, "A loop of sockets has died", e);
        }
    }

    private static void dismiss(Line line) {
        line.close(Closing.GOING_AWAY);
        line.end();
    }

    /** One line's failure is not the others'. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A socket failed", e);
        }
    }

    private void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void register(Line line) {
        try {
            int write = line.isWaiting() ? SelectionKey.OP_WRITE : 0;
            line.channel().register(selector, SelectionKey.OP_READ | write, line);
        } catch (ClosedChannelException gone) {
            line.end();
        }
    }

    private void serve(SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            if (key.isReadable()) {
                line.read(buffer);
            }
            if (key.isValid() && key.isWritable()) {
                line.flush();
                if (!line.isWaiting()) {
                    key.interestOpsAnd(~SelectionKey.OP_WRITE);
                    settle(line);
                }
            }
        } catch (IOException | CancelledKeyException gone) {
            LOG.log(Level.DEBUG, "A peer went", gone);
            line.end();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A socket failed", e);
            line.end();
        }
    }

    private static void settle(Line line) {
        try {
            line.settle();
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "A peer went while it was told the end", gone);
            line.end();
        }
    }

    private void expire() {
        if (!deadlines.isEmpty()) {
            long now = time.ticks();
            deadlines.entrySet().removeIf(entry -> {
                boolean over =
                        entry.getValue() - now <= 0 || !entry.getKey().channel().isOpen();
                if (over) {
                    entry.getKey().end();
                }
                return over;
            });
        }
    }
}
