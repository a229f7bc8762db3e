package com.neighborbid.live;

import jakarta.websocket.CloseReason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One or several text frames for clients, encoded once for all who get them: each whole and unmasked, as RFC 6455
 * (section 5.2) has a server send it. What goes together costs one write a socket.
 */
final class Frame {
    private static final int WHOLE_TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    private static final int SHORT_MOST = 125;
    private static final int MEDIUM = 126;
    private static final int LONG = 127;

    private final List<String> texts;
    private final byte[] bytes;

    Frame(String text) {
        this(List.of(text));
    }

    /** @param texts of the frames, in order */
    Frame(List<String> texts) {
        this.texts = List.copyOf(texts);
        if (texts.size() == 1) {
            bytes = encode(texts.get(0));
        } else {
            ByteArrayOutputStream all = new ByteArrayOutputStream(512);
            texts.forEach(text -> all.writeBytes(encode(text)));
            bytes = all.toByteArray();
        }
    }

    /** A close frame's bytes. */
    static byte[] close(CloseReason reason) {
        int code = reason.getCloseCode().getCode();
        byte[] phrase = reason.getReasonPhrase().getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[Short.BYTES + phrase.length];
        ByteBuffer.wrap(payload).putShort((short) code).put(phrase);
        return encode(CLOSE, payload);
    }

    /** A ping's bytes. */
    static byte[] ping(byte[] data) {
        return encode(PING, data);
    }

    /** A pong's bytes. */
    static byte[] pong(byte[] data) {
        return encode(PONG, data);
    }

    private static byte[] encode(String text) {
        return encode(WHOLE_TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] encode(int type, byte[] payload) {
        int head = payload.length <= SHORT_MOST ? 2 : payload.length <= 0xFFFF ? 4 : 10;
        byte[] bytes = new byte[head + payload.length];
        bytes[0] = (byte) type;
        if (head == 2) {
            bytes[1] = (byte) payload.length;
        } else {
            bytes[1] = (byte) (head == 4 ? MEDIUM : LONG);
            for (int i = head - 1, rest = payload.length; i > 1; i--, rest >>>= 8) {
                bytes[i] = (byte) rest;
            }
        }
        System.arraycopy(payload, 0, bytes, head, payload.length);
        return bytes;
    }

    /** The payloads. */
    List<String> texts() {
        return texts;
    }

    /** The frames with their heads; not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
