package com.neighborbid.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a server's frames apart (RFC 6455, 5): bytes come as the network cuts them, whole text messages and control
 * frames go to a {@link Sink}. A message that came in one piece is handed over where it lies, without a copy.
 */
final class FrameDecoder {
    /** The code of a close frame that names none (RFC 6455, 7.1.5). */
    static final int NO_CODE = 1005;

    private static final int MESSAGE_BYTES_MAX = 1 << 24;

    private byte[] rest = new byte[0];
    private int held;
    private @Nullable ByteArrayOutputStream fragments;

    /** Where messages and control frames go. */
    interface Sink {
        void message(byte[] bytes, int from, int length);

        void ping(byte[] payload);

        void close(int code, String reason);
    }

    void feed(byte[] bytes, int from, int to, Sink sink) throws IOException {
        if (held == 0) {
            int used = decode(bytes, from, to, sink);
            hold(bytes, used, to);
        } else {
            hold(bytes, from, to);
            int used = decode(rest, 0, held, sink);
            System.arraycopy(rest, used, rest, 0, held - used);
            held -= used;
        }
    }

    private void hold(byte[] bytes, int from, int to) {
        int needed = held + to - from;
        if (needed > rest.length) {
            rest = Arrays.copyOf(rest, Math.max(needed, 2 * rest.length));
        }
        System.arraycopy(bytes, from, rest, held, to - from);
        held = needed;
    }

    /** Decodes the whole frames between the two indexes; returns the index of the first byte not used. */
    private int decode(byte[] bytes, int from, int to, Sink sink) throws IOException {
        int at = from;
        while (to - at >= 2) {
            int head = bytes[at] & 0xFF;
            int small = bytes[at + 1] & 0x7F;
            int extra = small == 126 ? 2 : small == 127 ? 8 : 0;
            if ((bytes[at + 1] & 0x80) != 0 || (head & 0x70) != 0) {
                throw new IOException("a masked frame or an unknown extension from the server");
            }
            if (to - at < 2 + extra) {
                return at;
            }
            long length = extra == 0 ? small : number(bytes, at + 2, extra);
            if (length < 0 || length > MESSAGE_BYTES_MAX) {
                throw new IOException("a frame of " + length + " bytes");
            }
            int start = at + 2 + extra;
            if (to - start < length) {
                return at;
            }
            frame(head, bytes, start, (int) length, sink);
            at = start + (int) length;
        }
        return at;
    }

    private void frame(int head, byte[] bytes, int from, int length, Sink sink) throws IOException {
        boolean last = (head & 0x80) != 0;
        switch (head & 0x0F) {
            case 0x0 -> fragment(last, bytes, from, length, sink);
            case 0x1 -> {
                if (last) {
                    sink.message(bytes, from, length);
                } else {
                    fragments = new ByteArrayOutputStream();
                    fragments.write(bytes, from, length);
                }
            }
            case 0x8 -> close(bytes, from, length, sink);
            case 0x9 -> sink.ping(Arrays.copyOfRange(bytes, from, from + length));
            case 0xA -> {} // an answer to nothing that this client asks
            default -> throw new IOException("a frame with opcode " + (head & 0x0F));
        }
    }

    private void fragment(boolean last, byte[] bytes, int from, int length, Sink sink) throws IOException {
        ByteArrayOutputStream message = fragments;
        if (message == null || message.size() + length > MESSAGE_BYTES_MAX) {
            throw new IOException("a continuation of nothing, or without an end");
        }
        message.write(bytes, from, length);
        if (last) {
            fragments = null;
            sink.message(message.toByteArray(), 0, message.size());
        }
    }

    private static void close(byte[] bytes, int from, int length, Sink sink) {
        if (length < 2) {
            sink.close(NO_CODE, "");
        } else {
            String reason = new String(bytes, from + 2, length - 2, StandardCharsets.UTF_8);
            sink.close((int) number(bytes, from, 2), reason);
        }
    }

    private static long number(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }
}
