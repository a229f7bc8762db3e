package com.neighborbid.ra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.junit.jupiter.api.Test;

class PulseTest {
    private static final long TTL_MS = 4000;

    private boolean destroyed;
    private boolean heard;
    private int beats;
    private int failures;

    private final Pulse pulse = new Pulse(connection(), () -> beats++, () -> failures++, TTL_MS, 0);

    @Test
    void failsAConnectionOfWhichNothingWasHeardForItsTime() {
        assertTrue(at(1000));
        assertTrue(at(TTL_MS - 1));
        assertFalse(at(TTL_MS));
        assertEquals(1, failures);
        assertEquals(2, beats);
    }

    @Test
    void countsFromWhatWasHeardLast() {
        heard = true;
        assertTrue(at(3000));
        heard = false;
        assertTrue(at(3000 + TTL_MS - 1));
        assertFalse(at(3000 + TTL_MS));
    }

    @Test
    void endsWithItsConnection() {
        destroyed = true;
        assertFalse(at(TTL_MS));
        assertEquals(0, failures);
        assertEquals(0, beats);
    }

    private boolean at(long millis) {
        return pulse.goesOn(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private RemotingConnection connection() {
        return (RemotingConnection) Proxy.newProxyInstance(
                PulseTest.class.getClassLoader(),
                new Class<?>[] {RemotingConnection.class},
                (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "isDestroyed" -> destroyed;
                        case "checkDataReceived" -> heard;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
