package com.neighborbid.live;

import java.nio.charset.StandardCharsets;

/**
 * A text frame for clients, encoded once for all who get it: whole and unmasked, as RFC 6455 (section 5.2) has a
 * server send it. Belongs to one thread until it is sent; its bytes are never changed.
 */
final class Frame {
    private static final byte WHOLE_TEXT = (byte) 0x81;
    private static final int SHORT_MOST = 125;
    private static final int MEDIUM = 126;
    private static final int LONG = 127;

    private final String text;
    private final byte[] bytes;

    Frame(String text) {
        this.text = text;
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        int head = payload.length <= SHORT_MOST ? 2 : payload.length <= 0xFFFF ? 4 : 10;
        bytes = new byte[head + payload.length];
        bytes[0] = WHOLE_TEXT;
        if (head == 2) {
            bytes[1] = (byte) payload.length;
        } else {
            bytes[1] = (byte) (head == 4 ? MEDIUM : LONG);
            for (int i = head - 1, rest = payload.length; i > 1; i--, rest >>>= 8) {
                bytes[i] = (byte) rest;
            }
        }
        System.arraycopy(payload, 0, bytes, head, payload.length);
    }

    /** The payload. */
    String text() {
        return text;
    }

    /** The whole frame with its head; not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
