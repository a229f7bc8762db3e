package com.neighborbid.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Commands that go together: those of one server as one pipeline, all servers at the same time. A server that does not
 * answer fails its own commands and no others.
 *
 * @param <I> what each command is about
 * @param <T> what each answers
 */
final class RedisBatch<I, T> {
    private final RedisServers servers;
    private final Function<I, String> keyOf;
    private final BiFunction<Pipeline, I, Response<T>> command;
    private final @Nullable Wait wait;

    /** @param wait how many replicas must have it before it is answered; none without */
    RedisBatch(
            RedisServers servers,
            Function<I, String> keyOf,
            BiFunction<Pipeline, I, Response<T>> command,
            @Nullable Wait wait) {
        this.servers = servers;
        this.keyOf = keyOf;
        this.command = command;
        this.wait = wait;
    }

    /**
     * That what was written is on replicas too.
     *
     * @param replicas how many, from 1
     * @param withinMs how long it may take
     */
    record Wait(int replicas, int withinMs) {}

    /** The answers, in the items' order. */
    List<Reply<T>> send(List<I> items) {
        Map<Object, Share> shares = new LinkedHashMap<>();
        List<Reply<T>> replies = new ArrayList<>(items.size());
        for (I item : items) {
            String key = keyOf.apply(item);
            Share share = shares.computeIfAbsent(servers.ownerOf(key), owner -> new Share(key));
            replies.add(share.add(item));
        }
        shares.values().forEach(share -> share.write(shares.size() > 1));
        shares.values().forEach(Share::read);
        if (shares.values().stream().anyMatch(share -> share.failure instanceof JedisConnectionException)) {
            servers.lookAgain();
        }
        return replies;
    }

    /** One command's answer. */
    static final class Reply<T> {
        private @Nullable Response<T> response;
        private @Nullable JedisException failure;

        /** @throws JedisException when the server refused it or did not answer */
        T get() {
            if (failure != null || response == null) {
                throw failure == null ? new JedisException("Not sent") : failure;
            }
            return response.get();
        }
    }

    private final class Share {
        final String key;
        final List<I> items = new ArrayList<>();
        final List<Reply<T>> replies = new ArrayList<>();
        private @Nullable Connection connection;
        private @Nullable Pipeline pipeline;
        private @Nullable Response<Long> copies;
        private @Nullable JedisException failure;

        Share(String key) {
            this.key = key;
        }

        Reply<T> add(I item) {
            items.add(item);
            Reply<T> reply = new Reply<>();
            replies.add(reply);
            return reply;
        }

        void write(boolean atOnce) {
            try {
                connection = servers.to(key);
                pipeline = new Pipeline(connection);
                for (int i = 0; i < items.size(); i++) {
                    replies.get(i).response = command.apply(pipeline, items.get(i));
                }
                if (wait != null) {
                    // WAIT counts from this connection's last write; what is waited for may be another's.
                    pipeline.psetex(tagged(key), wait.withinMs, "");
                    copies = pipeline.waitReplicas(wait.replicas, wait.withinMs);
                }
                if (atOnce) {
                    connection.getMany(0);
                }
            } catch (JedisException e) {
                fail(e);
                if (connection != null) {
                    connection.setBroken(); // what it has of this share is for nobody else
                }
            }
        }

        void read() {
            try (Connection open = connection) {
                if (pipeline != null && failure == null) {
                    pipeline.sync();
                    if (wait != null && copies != null && copies.get() < wait.replicas) {
                        fail(new JedisException("Only " + copies.get() + " replicas have it"));
                    }
                }
            } catch (JedisException e) {
                fail(e);
            }
        }

        private void fail(JedisException e) {
            failure = e;
            replies.forEach(reply -> reply.failure = e);
        }
    }

    private static String tagged(String key) {
        return "nb:" + key.substring(key.indexOf('{'), key.indexOf('}') + 1) + ":copied";
    }
}
