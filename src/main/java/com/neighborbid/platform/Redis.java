package com.neighborbid.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** The way to Redis, be it one server or many. What fails on the way is {@link UnavailableException}. */
@ApplicationScoped
public class Redis {
    private static final Logger LOG = System.getLogger(Redis.class.getName());

    private final PlatformConfig config;
    private volatile RedisServers servers;
    /** The primary that the sentinels named when they were asked last, where it was another one. */
    private @Nullable HostAndPort suspect;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public Redis(PlatformConfig config) {
        this.config = config;
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected Redis() {
        this(null);
    }

    @PostConstruct
    void open() {
        servers = RedisServers.open(config);
    }

    @PreDestroy
    void close() {
        servers.close();
    }

    /**
     * Goes over to the primary that the sentinels name, when they have named it twice in a row and nobody told this node: it
     * listens to them, but such a connection may be half open, and then tells nothing ever again. To be asked again and
     * again, by one thread.
     *
     * @throws UnavailableException when the sentinels answer, and then do not
     */
    void follow() {
        Sentinels.Word word = Sentinels.ask(config);
        HostAndPort named = word.primary();
        if (named == null || named.equals(servers.primary())) {
            suspect = null;
        } else if (named.equals(suspect)) {
            goOver(word);
            LOG.log(Level.WARNING, "Redis: nobody told this node that {0} is the primary now", named);
            suspect = null;
        } else {
            suspect = named;
        }
    }

    private void goOver(Sentinels.Word word) {
        RedisServers left = servers;
        try {
            servers = RedisServers.open(config, word.believed());
        } catch (JedisException e) {
            throw new UnavailableException("Redis: " + e.getMessage(), e);
        }
        left.close();
    }

    /** Asks for a sign of life; throws as {@link #call} does. */
    public void ping() {
        call(UnifiedJedis::ping);
    }

    /** Tells whoever listens to the channel now, on any server; throws as {@link #call} does. */
    public void publish(String channel, String message) {
        call(client -> client.publish(channel, message));
    }

    /** What the servers that have keys say of themselves, together; throws as {@link #call}. */
    public RedisFigures figures() {
        return onEach(server -> RedisFigures.of(server.info())).stream()
                .reduce(RedisFigures::and)
                .orElseThrow(() -> new UnavailableException("Redis: no server"));
    }

    /** Connections of this node that are in use. */
    public int poolActive() {
        return servers.active();
    }

    /**
     * Runs a call of one command, or of several that need not go together.
     *
     * @throws UnavailableException when Redis does not answer or refuses
     */
    public <T> T call(Function<UnifiedJedis, T> work) {
        return call("redis", work);
    }

    /** As {@link #call(Function)}, under this name in the trace of the work at hand. */
    <T> T call(String name, Function<UnifiedJedis, T> work) {
        return step(name, () -> work.apply(servers.client()));
    }

    /** Does something that is a step of this name in the trace of the work at hand. */
    <T> T step(String name, Supplier<T> work) {
        Span span = Traces.step(Traces.current(), name, SpanKind.CLIENT);
        try {
            return work.get();
        } catch (JedisException e) {
            span.setStatus(StatusCode.ERROR, String.valueOf(e.getMessage()));
            throw new UnavailableException("Redis: " + e.getMessage(), e);
        } finally {
            span.end();
        }
    }

    /**
     * Sends a command about each item, those of one server as one pipeline.
     *
     * @param keyOf the key that an item's command is about
     * @return the answers, in the items' order
     * @throws UnavailableException when a server does not answer or refuses
     */
    public <I, T> List<T> each(List<I> items, Function<I, String> keyOf, BiFunction<Pipeline, I, Response<T>> command) {
        try {
            List<T> answers = new ArrayList<>(items.size());
            batch(items, keyOf, command, null).forEach(reply -> answers.add(reply.get()));
            return answers;
        } catch (JedisException e) {
            throw new UnavailableException("Redis: " + e.getMessage(), e);
        }
    }

    /** As {@link #each}, but what is of a server that does not answer is left out. */
    public <I, T> Map<I, T> answered(
            List<I> items, Function<I, String> keyOf, BiFunction<Pipeline, I, Response<T>> command) {
        Map<I, T> answers = new LinkedHashMap<>();
        List<RedisBatch.Reply<T>> replies = batch(items, keyOf, command, null);
        for (int i = 0; i < items.size(); i++) {
            try {
                answers.put(items.get(i), replies.get(i).get());
            } catch (JedisException e) {
                LOG.log(Level.DEBUG, "A server of Redis does not answer", e);
            }
        }
        return answers;
    }

    /** As {@link #each}; a server that does not answer fails its own commands only. */
    <I, T> List<RedisBatch.Reply<T>> batch(
            List<I> items,
            Function<I, String> keyOf,
            BiFunction<Pipeline, I, Response<T>> command,
            RedisBatch.@Nullable Wait wait) {
        return new RedisBatch<>(servers, keyOf, command, wait).send(items);
    }

    /** Asks the server of a key, and no other; throws as {@link #call}. */
    <T> T on(String key, Function<Jedis, T> work) {
        try (Connection connection = servers.to(key)) {
            return work.apply(new Jedis(connection));
        } catch (JedisException e) {
            throw new UnavailableException("Redis: " + e.getMessage(), e);
        }
    }

    /** Asks every server that has keys, one after the other; throws as {@link #call}. */
    <T> List<T> onEach(Function<Jedis, T> work) {
        List<T> answers = new ArrayList<>();
        for (Supplier<Connection> server : servers.each()) {
            try (Connection connection = server.get()) {
                answers.add(work.apply(new Jedis(connection)));
            } catch (JedisException e) {
                throw new UnavailableException("Redis: " + e.getMessage(), e);
            }
        }
        return answers;
    }

    /**
     * A connection that listens.
     *
     * @param end ends it, when it has fallen silent or leads to the wrong server
     * @param isLeft whether another server has become the primary since, while this one may live on and tell nothing any more
     */
    public record Listening(Runnable end, BooleanSupplier isLeft) {}

    /**
     * Listens to channels until the listener unsubscribes or the connection ends.
     *
     * @param opened is told of the connection
     * @throws UnavailableException when the connection ends otherwise
     */
    public void listen(JedisPubSub listener, Consumer<Listening> opened, String... channels) {
        Object primary = servers.primary();
        try (Connection connection = servers.toAny()) {
            opened.accept(new Listening(connection::disconnect, () -> !primary.equals(servers.primary())));
            try {
                listener.proceed(connection, channels);
            } finally {
                connection.setBroken(); // what still comes is for nobody else
            }
        } catch (JedisException e) {
            throw new UnavailableException("Redis: " + e.getMessage(), e);
        }
    }
}
