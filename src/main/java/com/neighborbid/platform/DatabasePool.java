package com.neighborbid.platform;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How this node's connections to PostgreSQL are used, by Hibernate and by {@link Reads}, counted where one is taken and
 * given back: the container shows nothing of a pool that belongs to an application. Static, as {@link Traces} is.
 */
public final class DatabasePool {
    private static final Time TIME = new Time();
    private static final AtomicInteger ACTIVE = new AtomicInteger();
    private static final Latency WAITS = new Latency();

    private DatabasePool() {}

    /** Connections in use now. */
    public static int active() {
        return ACTIVE.get();
    }

    /** Connections that there may be. */
    public static int most() {
        return Database.CONNECTIONS_MOST + Database.READERS_MOST;
    }

    /** How long work waited for its connection, a new one's making among it. */
    public static LatencyCounts waits() {
        return WAITS.counts();
    }

    /** One session's way to its connection and back; used by one thread at a time. */
    static final class Use {
        private long asked;
        private boolean holds;

        void asks() {
            asked = TIME.ticks();
        }

        /** It has one, or was refused: then it counts until the session ends. */
        void took() {
            if (holds) {
                return;
            }
            WAITS.took(TimeUnit.NANOSECONDS.toMicros(TIME.ticks() - asked));
            holds = true;
            ACTIVE.incrementAndGet();
        }

        void gaveBack() {
            if (holds) {
                holds = false;
                ACTIVE.decrementAndGet();
            }
        }
    }
}
