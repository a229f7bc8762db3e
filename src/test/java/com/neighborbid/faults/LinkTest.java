package com.neighborbid.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final int SOON_MILLIS = 300;
    private static final int PATIENCE_MILLIS = 5000;

    private final Links links = new Links();
    private ServerSocket server;
    private Link link;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
        link = links.open("a link", server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        links.close();
        server.close();
    }

    @Test
    void carriesBothWaysAndTellsTheEnd() throws IOException {
        try (Pair pair = new Pair()) {
            say(pair.client, "question");
            assertEquals("question", hear(pair.server, 8));
            say(pair.server, "answer");
            assertEquals("answer", hear(pair.client, 6));
            pair.client.shutdownOutput();
            assertEquals(-1, pair.server.getInputStream().read());
        }
    }

    @Test
    void breaksEveryConnectionWhenItIsCut() throws IOException {
        try (Pair pair = new Pair()) {
            link.cut();
            assertThrows(
                    SocketException.class, () -> pair.client.getInputStream().read());
            assertThrows(
                    SocketException.class, () -> pair.server.getInputStream().read());
            try (Socket late = connect()) {
                assertThrows(SocketException.class, () -> late.getInputStream().read());
            }
        }
        link.heal();
        try (Pair pair = new Pair()) {
            say(pair.client, "again");
            assertEquals("again", hear(pair.server, 5));
        }
    }

    @Test
    void holdsOneWayAndDeliversWhenItHeals() throws IOException {
        try (Pair pair = new Pair()) {
            link.hold(EnumSet.of(Way.TO_CLIENT));
            say(pair.client, "question");
            assertEquals("question", hear(pair.server, 8));
            say(pair.server, "answer");
            pair.client.setSoTimeout(SOON_MILLIS);
            assertThrows(
                    SocketTimeoutException.class,
                    () -> pair.client.getInputStream().read());
            link.heal();
            pair.client.setSoTimeout(PATIENCE_MILLIS);
            assertEquals("answer", hear(pair.client, 6));
        }
    }

    @Test
    void leavesTheClientAloneWhenItIsHalfOpen() throws IOException {
        try (Pair pair = new Pair()) {
            link.halfOpen();
            assertThrows(
                    SocketException.class, () -> pair.server.getInputStream().read());
            say(pair.client, "is anybody there");
            pair.client.setSoTimeout(SOON_MILLIS);
            assertThrows(
                    SocketTimeoutException.class,
                    () -> pair.client.getInputStream().read());
        }
    }

    @Test
    void leavesTheServerAloneWhenItsClientsAreLost() throws IOException {
        try (Pair pair = new Pair()) {
            link.loseClients();
            assertThrows(
                    SocketException.class, () -> pair.client.getInputStream().read());
            say(pair.server, "is anybody there");
            pair.server.setSoTimeout(SOON_MILLIS);
            assertThrows(
                    SocketTimeoutException.class,
                    () -> pair.server.getInputStream().read());
        }
        try (Pair next = new Pair()) {
            say(next.client, "again");
            assertEquals("again", hear(next.server, 5));
        }
    }

    private final class Pair implements AutoCloseable {
        final Socket client = connect();
        final Socket server;

        Pair() throws IOException {
            say(client, "!");
            server = LinkTest.this.server.accept();
            server.setSoTimeout(PATIENCE_MILLIS);
            assertEquals("!", hear(server, 1));
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), link.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hear(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }
}
