package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Settings that are addresses: read, or refused by the one exception that names the setting; nobody sees a password. */
class AddressFuzzTest {
    @FuzzTest
    void readsOrRefusesAnyAddress(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        verifyRedis(text);
        try {
            Network network = Network.parse(text);
            assertTrue(network.contains(network.address().getHostAddress()), text);
            assertFalse(network.contains("localhost"));
        } catch (IllegalArgumentException refused) {
            assertTrue(refused.getMessage().contains("nb.trusted.proxies"), refused::getMessage);
        }
    }

    private static void verifyRedis(String text) {
        RedisAddress address;
        try {
            address = RedisAddress.parse(text);
        } catch (IllegalArgumentException refused) {
            return;
        }
        assertFalse(address.hosts().isEmpty(), text);
        assertEquals(
                address.kind() == RedisAddress.Kind.SENTINEL, !address.primary().isEmpty(), text);
        if (address.password() != null) {
            String shown = Settings.masked("nb.redis.url", text);
            assertTrue(shown.startsWith(text.substring(0, text.indexOf("//") + 2) + "******@"), shown);
        }
    }
}
