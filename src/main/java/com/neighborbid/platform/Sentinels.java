package com.neighborbid.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisException;

/** Asks the sentinels of an address which server is the primary, each on a connection of its own. */
final class Sentinels {
    private static final Logger LOG = System.getLogger(Sentinels.class.getName());

    /**
     * What they say.
     *
     * @param primary whom more than half of those who answered name; null where there is none
     * @param believed all of them, those who name it first
     */
    record Word(@Nullable HostAndPort primary, Set<HostAndPort> believed) {}

    private Sentinels() {}

    /** How a sentinel is connected to: without the servers' user and password. */
    static JedisClientConfig asking(PlatformConfig config) {
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(config.redisTimeoutMs())
                .socketTimeoutMillis(config.redisTimeoutMs())
                .ssl(config.redis().tls())
                .autoNegotiateProtocol(false)
                .build();
    }

    /** Asks each, one after the other; takes no longer for one than a call to Redis may. */
    static Word ask(PlatformConfig config) {
        Map<HostAndPort, HostAndPort> named = new LinkedHashMap<>();
        Map<HostAndPort, Integer> votes = new HashMap<>();
        for (HostAndPort host : config.redis().hosts()) {
            try (Jedis sentinel = new Jedis(host, asking(config))) {
                List<String> primary =
                        sentinel.sentinelGetMasterAddrByName(config.redis().primary());
                if (primary != null && primary.size() == 2) {
                    HostAndPort address = new HostAndPort(primary.get(0), Integer.parseInt(primary.get(1)));
                    named.put(host, address);
                    votes.merge(address, 1, Integer::sum);
                }
            } catch (JedisException e) {
                LOG.log(Level.DEBUG, "A sentinel does not answer", e);
            }
        }
        HostAndPort primary = votes.entrySet().stream()
                .filter(vote -> 2 * vote.getValue() > named.size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        Set<HostAndPort> believed = new LinkedHashSet<>();
        named.forEach((host, address) -> {
            if (address.equals(primary)) {
                believed.add(host);
            }
        });
        believed.addAll(config.redis().hosts());
        return new Word(primary, believed);
    }
}
