package com.neighborbid.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;

/** A handshake as RFC 6455 (section 4.2) has it, and its answer. */
final class Upgrade {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int NONCE_BYTES = 16;

    private Upgrade() {}

    /** The head of the answer, with what the filters before have put there; empty for what is no whole handshake. */
    static Optional<byte[]> answer(HttpServletRequest request, HttpServletResponse response) {
        String key = request.getHeader("Sec-WebSocket-Key");
        boolean whole = request.getMethod().equals("GET")
                && request.getProtocol().equals("HTTP/1.1")
                && has(request, "Upgrade", "websocket")
                && has(request, "Connection", "upgrade")
                && "13".equals(request.getHeader("Sec-WebSocket-Version"))
                && key != null
                && isNonce(key);
        return whole ? Optional.of(head(key, response)) : Optional.empty();
    }

    private static byte[] head(String key, HttpServletResponse response) {
        StringBuilder head = new StringBuilder(512)
                .append("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n")
                .append("Sec-WebSocket-Accept: ")
                .append(accept(key))
                .append("\r\n");
        for (String name : response.getHeaderNames()) {
            for (String value : response.getHeaders(name)) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean has(HttpServletRequest request, String header, String token) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(part -> part.strip().equalsIgnoreCase(token));
    }

    private static boolean isNonce(String key) {
        try {
            return Base64.getDecoder().decode(key.strip()).length == NONCE_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static String accept(String key) {
        try {
            byte[] text = (key.strip() + GUID).getBytes(StandardCharsets.ISO_8859_1);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
