package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final String HOST = "127.0.0.1";

    @Test
    void aPortThatAnotherListensAtIsTaken() throws Exception {
        try (ServerSocket other = listening()) {
            assertFalse(Ports.becomesFree(HOST, other.getLocalPort(), Duration.ofMillis(50)));
        }
    }

    @Test
    void aPortThatIsLetGoInTimeIsFree() throws Exception {
        try (ServerSocket other = listening()) {
            int port = other.getLocalPort();
            assertFalse(Ports.isFree(HOST, port));
            CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> {
                try {
                    other.close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(Ports.becomesFree(HOST, port, Duration.ofSeconds(20)));
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(Ports.free(), 1, InetAddress.getByName(HOST));
    }
}
