package com.neighborbid.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** The way to Redis: one bounded pool a node. What fails on the way is {@link UnavailableException}. */
@ApplicationScoped
public class Redis {
    private static final int REDIS_PORT = 6379;

    private final PlatformConfig config;
    private RedisClient client;

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
        URI uri = URI.create(config.redisUrl());
        String userInfo = uri.getUserInfo();
        var settings = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(config.redisTimeoutMs())
                .socketTimeoutMillis(config.redisTimeoutMs())
                .ssl("rediss".equals(uri.getScheme()))
                .clientName("neighborbid-" + config.node());
        if (userInfo != null) {
            int colon = userInfo.indexOf(':');
            if (colon > 0) {
                settings.user(userInfo.substring(0, colon));
            }
            settings.password(userInfo.substring(colon + 1));
        }
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(config.redisConnections());
        pool.setMaxIdle(config.redisConnections());
        pool.setMaxWait(Duration.ofMillis(config.redisTimeoutMs()));
        pool.setJmxEnabled(false);
        client = RedisClient.builder()
                .hostAndPort(uri.getHost(), uri.getPort() < 0 ? REDIS_PORT : uri.getPort())
                .clientConfig(settings.build())
                .poolConfig(pool)
                .build();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Asks for a sign of life; throws as {@link #call} does. */
    public void ping() {
        call(RedisClient::ping);
    }

    /** Tells whoever listens to the channel now; throws as {@link #call} does. */
    public void publish(String channel, String message) {
        call(client -> client.publish(channel, message));
    }

    /** What Redis says of itself; throws as {@link #call}. */
    public RedisFigures figures() {
        return RedisFigures.of(call(client -> client.info()));
    }

    /** Connections of this node's pool that are in use. */
    public int poolActive() {
        return client.getPool().getNumActive();
    }

    /**
     * Runs a call on the pool.
     *
     * @throws UnavailableException when Redis does not answer or refuses
     */
    public <T> T call(Function<RedisClient, T> work) {
        return call("redis", work);
    }

    /** As {@link #call(Function)}, under this name in the trace of the work at hand. */
    <T> T call(String name, Function<RedisClient, T> work) {
        Span span = Traces.step(Traces.current(), name, SpanKind.CLIENT);
        try {
            return work.apply(client);
        } catch (JedisException e) {
            span.setStatus(StatusCode.ERROR, String.valueOf(e.getMessage()));
            throw new UnavailableException("Redis: " + e.getMessage(), e);
        } finally {
            span.end();
        }
    }
}
