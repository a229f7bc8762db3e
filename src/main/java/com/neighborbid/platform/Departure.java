package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How this instance leaves: it says so (readiness is down, {@link Gate} sends on what others can do as well), goes on
 * for a moment until proxies have noticed, lets go of its sockets, and waits for the calls that are on their way. All of
 * it is bounded; whatever is cut off at the bound, clients ask again elsewhere.
 */
@ApplicationScoped
public class Departure {
    private static final Logger LOG = System.getLogger(Departure.class.getName());
    private static final int TURN_MS = 20;

    private final Iterable<Parting> holders;
    private final DepartureConfig config;
    private final Time time;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch hurry = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();

    @Inject
    Departure(@Any Instance<Parting> holders, DepartureConfig config, Time time) {
        this((Iterable<Parting>) holders, config, time);
    }

    Departure(Iterable<Parting> holders, DepartureConfig config, Time time) {
        this.holders = holders;
        this.config = config;
        this.time = time;
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected Departure() {
        this((Iterable<Parting>) null, null, null);
    }

    /** Whether this instance is on its way out; it never comes back. */
    public boolean isBegun() {
        return begun.get();
    }

    /** HTTP calls that are being answered now. */
    public int calls() {
        return calls.get();
    }

    /** Counts a call that came in. */
    void enter() {
        calls.incrementAndGet();
    }

    /** Counts a call that was answered. */
    void exit() {
        calls.decrementAndGet();
    }

    /** Leaves, and returns when nothing is left to be done or time is up. To be asked again means to hurry. */
    void leave() {
        leave(config.noticeMs());
    }

    /** The same for an instance that nobody can reach any more. */
    void leaveAtOnce() {
        leave(0);
    }

    private void leave(int noticeMs) {
        if (!begun.compareAndSet(false, true)) {
            hurry.countDown();
            return;
        }
        long began = time.ticks();
        long latest = began + TimeUnit.MILLISECONDS.toNanos(config.withinMs());
        try {
            boolean hurried = hurry.await(Math.min(noticeMs, config.withinMs()), TimeUnit.MILLISECONDS);
            int left = letGo();
            while (left > 0 && !hurried && time.ticks() < latest) {
                hurried = hurry.await(TURN_MS, TimeUnit.MILLISECONDS);
                left = letGo();
            }
            LOG.log(
                    left > 0 ? Level.WARNING : Level.INFO,
                    "Left after {0} ms, with {1} calls or sockets cut off",
                    TimeUnit.NANOSECONDS.toMillis(time.ticks() - began),
                    left);
        } catch (InterruptedException cutShort) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many calls and sockets are still here. */
    private int letGo() {
        int most = Math.max(1, config.socketsPerSecond() * TURN_MS / 1000);
        int left = calls.get();
        for (Parting holder : holders) {
            left += holder.part(most);
        }
        return left;
    }
}
