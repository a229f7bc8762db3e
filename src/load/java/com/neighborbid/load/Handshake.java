package com.neighborbid.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The opening handshake of a WebSocket, as text (RFC 6455, 4.1). */
final class Handshake {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String KEY_FIELD = "Sec-WebSocket-Key: ";

    private Handshake() {}

    static String request(URI uri, @Nullable String token) {
        byte[] nonce = new byte[16];
        ThreadLocalRandom.current().nextBytes(nonce);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String session = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
        return "GET " + uri.getRawPath() + query + " HTTP/1.1\r\n"
                + "Host: " + uri.getHost() + ":" + uri.getPort() + "\r\n"
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + KEY_FIELD + Base64.getEncoder().encodeToString(nonce) + "\r\n"
                + session + "\r\n";
    }

    /** The index after the blank line that ends the head, or -1 while it is not there. */
    static int endOfHead(byte[] bytes) {
        for (int i = 3; i < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Throws unless the server's head accepts this request. */
    static void check(String head, byte[] request) throws IOException {
        if (!head.startsWith("HTTP/1.1 101 ")) {
            throw new IOException("HTTP " + (head.length() < 12 ? head : head.substring(9, 12)));
        }
        String expected = accept(key(request));
        boolean found = head.lines()
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-accept:")
                        && line.substring(line.indexOf(':') + 1).strip().equals(expected));
        if (!found) {
            throw new IOException("the handshake's answer belongs to another key");
        }
    }

    /** What a server answers to this request. */
    static String answer(byte[] request) {
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + accept(key(request)) + "\r\n\r\n";
    }

    private static String key(byte[] request) {
        String asked = new String(request, StandardCharsets.US_ASCII);
        int at = asked.indexOf(KEY_FIELD) + KEY_FIELD.length();
        return asked.substring(at, asked.indexOf("\r\n", at));
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
