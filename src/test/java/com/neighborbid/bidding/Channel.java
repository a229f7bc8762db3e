package com.neighborbid.bidding;

import com.neighborbid.platform.RedisServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;

/** Listens to a channel of the shared Redis from its construction on. */
final class Channel extends JedisPubSub implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final RedisClient client = RedisServer.shared().client();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final Thread listener;

    Channel(String name) {
        listener = new Thread(() -> client.subscribe(this, name), "channel-" + name);
        listener.setDaemon(true);
        listener.start();
        try {
            subscribed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onSubscribe(String channel, int count) {
        subscribed.countDown();
    }

    @Override
    public void onMessage(String channel, String message) {
        heard.add(message);
    }

    /** Exactly so many messages: the next ones, fewer when they do not come, more when more are there already. */
    List<String> heard(int count) {
        List<String> messages = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                String message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (message != null) {
                    messages.add(message);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        heard.drainTo(messages);
        return messages;
    }

    @Override
    public void close() {
        unsubscribe();
        try {
            listener.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        client.close();
    }
}
