package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @Test
    void isOneAddressWithoutBits() {
        assertTrue(Network.parse("10.0.0.9").contains("10.0.0.9"));
        assertFalse(Network.parse("10.0.0.9").contains("10.0.0.8"));
        assertTrue(Network.parse("::1").contains("0:0:0:0:0:0:0:1"));
    }

    @Test
    void isAllThatBeginAlike() {
        Network network = Network.parse("10.89.76.0/23");
        assertTrue(network.contains("10.89.77.255"));
        assertFalse(network.contains("10.89.78.0"));
        assertTrue(Network.parse("fd00::/8").contains("fd12:3456::1"));
        assertTrue(Network.parse("0.0.0.0/0").contains("203.0.113.9"));
    }

    @Test
    void hasNoAddressOfAnotherKindAndNoName() {
        assertFalse(Network.parse("0.0.0.0/0").contains("::1"));
        assertFalse(Network.parse("0.0.0.0/0").contains("localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "1.2.3.4.5", ""})
    void refusesWhatIsNeither(String text) {
        assertThrows(IllegalArgumentException.class, () -> Network.parse(text));
    }
}
