package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineBinariesTest {
    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, x86_64", "Mac OS X, aarch64"})
    void areOnTheClassPathForEachKindOfMachine(String os, String architecture) {
        Platform platform = Platform.of(os, architecture);

        assertNotNull(getClass().getResource(platform.postgresArchive()), platform.postgresArchive());
        assertNotNull(getClass().getResource(platform.redisBinary()), platform.redisBinary());
    }

    @Test
    void anotherMachineIsToldToBringItsOwnEngines() {
        LaunchFailure failure = assertThrows(LaunchFailure.class, () -> Platform.of("Windows 11", "amd64"));

        assertTrue(failure.getMessage().contains("NB_DB_URL"), failure.getMessage());
    }

    @Test
    void aRedisOfThePathIsUsedFromVersionSevenOn() {
        assertTrue(RedisOnPath.newEnough("Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64"));
        assertTrue(RedisOnPath.newEnough("Redis server v=10.1.0 sha=00000000:0"));
        assertFalse(RedisOnPath.newEnough("Redis server v=6.2.14 sha=00000000:0"));
        assertFalse(RedisOnPath.newEnough("command not found"));
    }

    @Test
    void aBrokerIsNamedByHostAndPort() {
        assertEquals(new BrokerAddress("mq.example", 5445), BrokerAddress.parse("tcp://mq.example:5445"));
        assertEquals(
                "tcp://mq.example:61616",
                BrokerAddress.parse("tcp://mq.example").url());
    }

    @Test
    void aPairOfBrokersIsTwoAddresses() {
        assertEquals(
                List.of(new BrokerAddress("a.example", 1), new BrokerAddress("b.example", 61616)),
                BrokerAddress.parseAll("tcp://a.example:1, tcp://b.example"));
    }
}
