package com.neighborbid.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;
import redis.clients.jedis.util.JedisClusterCRC16;
import redis.clients.jedis.util.Pool;

/** The servers behind an address, a bounded pool for each, and which of them has a key. */
final class RedisServers implements AutoCloseable {
    private static final Object ONLY = "the only one";

    private final ConnectionProvider provider;
    private final @Nullable ClusterConnectionProvider cluster;
    private final UnifiedJedis client;

    private RedisServers(ConnectionProvider provider, UnifiedJedis client) {
        this.provider = provider;
        this.cluster = provider instanceof ClusterConnectionProvider many ? many : null;
        this.client = client;
    }

    static RedisServers open(PlatformConfig config) {
        return open(config, config.redis().hosts());
    }

    /** @param hosts those of the address; of sentinels the first that answers is believed */
    static RedisServers open(PlatformConfig config, Set<HostAndPort> hosts) {
        RedisAddress address = config.redis();
        JedisClientConfig settings = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(config.redisTimeoutMs())
                .socketTimeoutMillis(config.redisTimeoutMs())
                .ssl(address.tls())
                .clientName("neighborbid-" + config.node())
                .user(address.user())
                .password(address.password())
                // RESP2: a listener's sign of life is no message that Jedis expects in RESP3.
                .autoNegotiateProtocol(false)
                .build();
        GenericObjectPoolConfig<Connection> pool = pool(config);
        return switch (address.kind()) {
            case SERVER -> {
                var server = hosts.iterator().next();
                var provider = new PooledConnectionProvider(server, settings, pool);
                yield new RedisServers(
                        provider,
                        RedisClient.builder()
                                .hostAndPort(server)
                                .connectionProvider(provider)
                                .build());
            }
            case CLUSTER -> {
                var provider = new ClusterConnectionProvider(hosts, settings, pool);
                yield new RedisServers(
                        provider,
                        RedisClusterClient.builder()
                                .nodes(hosts)
                                .connectionProvider(provider)
                                .build());
            }
            case SENTINEL -> {
                var provider = new SentineledConnectionProvider(
                        address.primary(), settings, pool, hosts, Sentinels.asking(config));
                yield new RedisServers(
                        provider,
                        RedisSentinelClient.builder()
                                .masterName(address.primary())
                                .sentinels(hosts)
                                .connectionProvider(provider)
                                .build());
            }
        };
    }

    private static GenericObjectPoolConfig<Connection> pool(PlatformConfig config) {
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(config.redisConnections());
        pool.setMaxIdle(config.redisConnections());
        pool.setMaxWait(Duration.ofMillis(config.redisTimeoutMs()));
        pool.setJmxEnabled(false);
        return pool;
    }

    /** For single commands: it finds the server by itself, and follows a key that moved. */
    UnifiedJedis client() {
        return client;
    }

    /** Something that is equal for keys of the same server, as far as this node knows. */
    Object ownerOf(String key) {
        Object owner = cluster == null ? null : cluster.getNode(JedisClusterCRC16.getSlot(key));
        return owner == null ? ONLY : owner;
    }

    /** Something that is another one once the sentinels have named another primary; always the same where there are none. */
    Object primary() {
        return provider instanceof SentineledConnectionProvider sentinels ? sentinels.getCurrentMaster() : ONLY;
    }

    /** A connection to the server of a key; the caller closes it. */
    Connection to(String key) {
        return cluster == null
                ? provider.getConnection()
                : cluster.getConnectionFromSlot(JedisClusterCRC16.getSlot(key));
    }

    /** A connection to any server; the caller closes it, and marks it broken where it was used to listen. */
    Connection toAny() {
        return provider.getConnection();
    }

    /** For each server that has keys, the way to a connection to it; who takes one closes it. */
    List<Supplier<Connection>> each() {
        if (cluster == null) {
            return List.of(provider::getConnection);
        }
        List<Supplier<Connection>> ways = new ArrayList<>();
        for (ConnectionPool pool : cluster.getPrimaryNodes().values()) {
            ways.add(pool::getResource);
        }
        return ways;
    }

    /** Asks anew which server has what, after one did not answer. */
    void lookAgain() {
        if (cluster != null) {
            cluster.renewSlotCache();
        }
    }

    /** Connections in use. */
    int active() {
        int active = 0;
        for (Map.Entry<?, ?> pool : provider.getPrimaryNodesConnectionMap().entrySet()) {
            active += pool.getValue() instanceof Pool<?> connections ? connections.getNumActive() : 0;
        }
        return active;
    }

    @Override
    public void close() {
        client.close();
    }
}
