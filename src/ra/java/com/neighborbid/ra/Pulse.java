package com.neighborbid.ra;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQConnectionTimedOutException;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.impl.ChannelImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.Ping;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Says to the broker, four times in a connection's time to live, that this end is there, which the broker answers, and fails a
 * connection of which nothing was heard for that time. Ends with the connection. Used by one thread.
 */
final class Pulse {
    private static final int BEATS = 4;
    private static final long THREAD_IDLE_SECONDS = 10;
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final RemotingConnection connection;
    private final Runnable beat;
    private final Runnable fail;
    private final long ttlNanos;
    private long heardNanos;

    /** @param nowNanos of {@link System#nanoTime} */
    Pulse(RemotingConnection connection, Runnable beat, Runnable fail, long ttlMillis, long nowNanos) {
        this.connection = connection;
        this.beat = beat;
        this.fail = fail;
        this.ttlNanos = TimeUnit.MILLISECONDS.toNanos(ttlMillis);
        this.heardNanos = nowNanos;
    }

    /** @param ttlMillis how long nothing may be heard, at either end */
    static void begin(RemotingConnection connection, long ttlMillis) {
        Pulse pulse = new Pulse(
                connection,
                () -> ping(connection, ttlMillis),
                () -> apart(() -> connection.fail(new ActiveMQConnectionTimedOutException(
                        "Nothing was heard from the broker for " + ttlMillis + " ms"))),
                ttlMillis,
                System.nanoTime());
        pulse.next(ttlMillis / BEATS);
    }

    private void next(long pauseMillis) {
        CLOCK.schedule(
                () -> {
                    if (goesOn(System.nanoTime())) {
                        next(pauseMillis);
                    }
                },
                pauseMillis,
                TimeUnit.MILLISECONDS);
    }

    /** One beat; false when it was the last. */
    boolean goesOn(long nowNanos) {
        if (connection.isDestroyed()) {
            return false;
        }
        if (connection.checkDataReceived()) {
            heardNanos = nowNanos;
        } else if (nowNanos - heardNanos >= ttlNanos) {
            fail.run();
            return false;
        }
        beat.run();
        return true;
    }

    private static void ping(RemotingConnection connection, long ttlMillis) {
        ((CoreRemotingConnection) connection)
                .getChannel(ChannelImpl.CHANNEL_ID.PING.id, -1)
                .send(new Ping(ttlMillis));
        connection.flush();
    }

    /** A failure takes as long as to connect again: no other connection may wait for that. */
    private static void apart(Runnable work) {
        thread(work, "broker-link-failed").start();
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> thread(work, "broker-pulse"));
        clock.setKeepAliveTime(THREAD_IDLE_SECONDS, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        return clock;
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Pulse.class.getClassLoader());
        return thread;
    }
}
