package com.neighborbid.load;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** Builds a client's frames: whole, final, masked (RFC 6455, 5.2 and 5.3). */
final class FrameEncoder {
    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PONG = 0xA;

    private FrameEncoder() {}

    static ByteBuffer frame(int opcode, byte[] payload) {
        int length = payload.length;
        ByteBuffer frame = ByteBuffer.allocate(length + 14);
        frame.put((byte) (0x80 | opcode));
        if (length < 126) {
            frame.put((byte) (0x80 | length));
        } else if (length < 1 << 16) {
            frame.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(length);
        }
        int mask = ThreadLocalRandom.current().nextInt();
        frame.putInt(mask);
        for (int i = 0; i < length; i++) {
            frame.put((byte) (payload[i] ^ (mask >>> (24 - 8 * (i & 3)))));
        }
        return frame.flip();
    }

    static ByteBuffer close(int code) {
        return frame(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }
}
