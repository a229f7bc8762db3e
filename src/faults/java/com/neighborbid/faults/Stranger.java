package com.neighborbid.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** A connection of somebody who means no good, from an address of its own: raw bytes, and no wish for an answer. */
final class Stranger implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.9";
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int SMALL = 1024;
    private static final int FRAME_HEAD = 14;

    private final Socket socket = new Socket();

    /** @param port nginx's */
    Stranger(int port) throws IOException {
        socket.setReceiveBufferSize(SMALL);
        socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    /** Asks for a room, and waits for nothing. */
    void enter(String auction) throws IOException {
        say("GET /ws/auctions/" + auction + " HTTP/1.1\r\nHost: house\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    }

    /** A login that cannot succeed. */
    void guess() throws IOException {
        String body = "{\"email\":\"" + Estate.ADMIN_EMAIL + "\",\"password\":\"a guess "
                + ThreadLocalRandom.current().nextInt() + "\"}";
        say("POST /api/sessions HTTP/1.1\r\nHost: house\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    /** A bid of nobody's. */
    void bid(String auction) throws IOException {
        String body = "{\"ref\":\"x\",\"amount\":1}";
        say("POST /api/auctions/" + auction
                + "/bids HTTP/1.1\r\nHost: house\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    /** A text frame of so many bytes, masked with zeros; no JSON. */
    void frame(int length) throws IOException {
        byte[] frame = new byte[FRAME_HEAD + length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) 0xff;
        for (int i = 0; i < Long.BYTES; i++) {
            frame[2 + i] = (byte) ((long) length >>> 8 * (Long.BYTES - 1 - i));
        }
        for (int i = FRAME_HEAD; i < frame.length; i++) {
            frame[i] = 'x';
        }
        socket.getOutputStream().write(frame);
    }

    /** Bytes that are no frame and no request. */
    void noise() throws IOException {
        byte[] bytes = new byte[SMALL];
        ThreadLocalRandom.current().nextBytes(bytes);
        socket.getOutputStream().write(bytes);
    }

    private void say(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
