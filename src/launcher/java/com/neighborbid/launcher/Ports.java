package com.neighborbid.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of this machine. */
final class Ports {
    /**
     * Below the range from which systems give ports to outgoing connections (32768 and up): in that range a client
     * that tries to reach an engine being restarted can be given the engine's own port.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final long POLL_MS = 20;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that was free a moment ago, and is given once only by this process. */
    static int free() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree("127.0.0.1", port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new LaunchFailure("no free port between " + FIRST + " and " + LAST);
    }

    /**
     * Whether a server could listen there, now or soon. A look opens the port for a moment, and a child that another
     * thread begins in that moment has it open for a little longer.
     */
    static boolean becomesFree(String host, int port, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!isFree(host, port)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL_MS);
        }
        return true;
    }

    /** Whether a server could listen there now. */
    static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
