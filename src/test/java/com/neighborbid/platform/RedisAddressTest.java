package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;

class RedisAddressTest {
    @Test
    void readsAServer() {
        RedisAddress address = RedisAddress.parse("redis://:p%40ss@10.0.0.5");
        assertEquals(RedisAddress.Kind.SERVER, address.kind());
        assertEquals(Set.of(new HostAndPort("10.0.0.5", 6379)), address.hosts());
        assertEquals("p@ss", address.password());
        assertNull(address.user());
    }

    @Test
    void readsACluster() {
        RedisAddress address = RedisAddress.parse("rediss-cluster://house:secret@a:7000,b,[::1]:7002");
        assertEquals(RedisAddress.Kind.CLUSTER, address.kind());
        assertTrue(address.tls());
        assertEquals("house", address.user());
        assertEquals("secret", address.password());
        assertEquals(
                Set.of(new HostAndPort("a", 7000), new HostAndPort("b", 6379), new HostAndPort("[::1]", 7002)),
                address.hosts());
    }

    @Test
    void readsSentinels() {
        RedisAddress address = RedisAddress.parse("redis-sentinel://a,b:26380/house");
        assertEquals(RedisAddress.Kind.SENTINEL, address.kind());
        assertEquals("house", address.primary());
        assertEquals(Set.of(new HostAndPort("a", 26379), new HostAndPort("b", 26380)), address.hosts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:6379",
                "http://localhost",
                "redis://a,b",
                "redis://a/house",
                "redis-sentinel://a:1",
                "redis-cluster://a:1/house",
                "redis-cluster://a:1,",
                "redis://host:port",
                "redis-ring://a:1"
            })
    void refusesWhatIsNone(String url) {
        assertThrows(IllegalArgumentException.class, () -> RedisAddress.parse(url));
    }
}
