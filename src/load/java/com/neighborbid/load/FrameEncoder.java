package com.neighborbid.load;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** Builds frames: whole, final, a client's masked (RFC 6455, 5.2 and 5.3). */
final class FrameEncoder {
    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PONG = 0xA;
    private static final int MASKED = 0x80;
    private static final int HEAD_MAX = 14;

    private FrameEncoder() {}

    static ByteBuffer frame(int opcode, byte[] payload) {
        int length = payload.length;
        ByteBuffer frame = head(opcode, length, MASKED);
        int mask = ThreadLocalRandom.current().nextInt();
        frame.putInt(mask);
        for (int i = 0; i < length; i++) {
            frame.put((byte) (payload[i] ^ (mask >>> (24 - 8 * (i & 3)))));
        }
        return frame.flip();
    }

    /** A server's text frame, which has no mask. */
    static ByteBuffer unmasked(byte[] payload) {
        return head(TEXT, payload.length, 0).put(payload).flip();
    }

    /** A buffer with room for the whole frame, and in it opcode and length. */
    private static ByteBuffer head(int opcode, int length, int masked) {
        ByteBuffer frame = ByteBuffer.allocate(length + HEAD_MAX);
        frame.put((byte) (0x80 | opcode));
        if (length < 126) {
            frame.put((byte) (masked | length));
        } else if (length < 1 << 16) {
            frame.put((byte) (masked | 126)).putShort((short) length);
        } else {
            frame.put((byte) (masked | 127)).putLong(length);
        }
        return frame;
    }

    static ByteBuffer close(int code) {
        return frame(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }
}
