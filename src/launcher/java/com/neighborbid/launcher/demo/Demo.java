package com.neighborbid.launcher.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The neighbours of a house that is ready. Started once and closed once; between, one thread moves them in and then lets
 * them sell, bid and talk. While the house is away they wait.
 */
public final class Demo implements AutoCloseable {
    private static final long STEP_MS = 400;
    private static final long FIRST_PAUSE_MS = 1_000;
    private static final long PAUSE_MS_MOST = 30_000;
    private static final long END_PATIENCE_MS = 2_000;
    private static final int SOCKET_THREADS = 2;

    private final Path dataDir;
    private final Consumer<String> say;
    private final RandomGenerator chance = RandomGenerator.getDefault();
    private final ExecutorService socketThreads = Executors.newFixedThreadPool(SOCKET_THREADS, Demo::daemon);
    private final Set<String> saidFaults = new HashSet<>();
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * @param dataDir where the demo keeps its state
     * @param say takes one message for a person at a time
     */
    public Demo(Path dataDir, Consumer<String> say) {
        this.dataDir = dataDir;
        this.say = say;
    }

    /** Begins, at a house that takes calls at {@code http://host:port/}; returns at once. */
    public synchronized void start(URI url) {
        if (!closed && thread == null) {
            thread = daemon(() -> live(url));
            thread.start();
        }
    }

    /** Ends within a few seconds; the house may still be there or not. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        if (running != null) {
            running.interrupt();
            try {
                running.join(END_PATIENCE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        socketThreads.shutdownNow();
    }

    private void live(URI url) {
        HouseClient house = new HouseClient(url, socketThreads);
        Street street = new Street(house, dataDir, chance, say, () -> Logins.say(say, url));
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(step(house, street));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            street.goHome();
        }
    }

    /** Takes a step and answers after how many milliseconds the next is due. */
    private long step(HouseClient house, Street street) throws InterruptedException {
        try {
            street.step();
            return STEP_MS;
        } catch (HouseAway e) {
            say.accept("demo: waits for the house (" + e.getMessage() + ")");
            waitFor(house);
            say.accept("demo: goes on");
            return STEP_MS;
        } catch (RuntimeException e) {
            // The house is no worse for a fault of the demo's own, so it is told once and tried again.
            if (saidFaults.add(String.valueOf(e.getMessage()))) {
                say.accept("demo: " + e);
            }
            return PAUSE_MS_MOST;
        }
    }

    private void waitFor(HouseClient house) throws InterruptedException {
        Backoff backoff = new Backoff(FIRST_PAUSE_MS, PAUSE_MS_MOST, chance);
        do {
            Thread.sleep(backoff.pauseMs());
        } while (!house.isReady());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "demo");
        thread.setDaemon(true);
        return thread;
    }
}
