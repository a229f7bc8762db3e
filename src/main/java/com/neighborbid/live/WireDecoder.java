package com.neighborbid.live;

import jakarta.websocket.CloseReason.CloseCodes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a client's bytes apart into messages, as RFC 6455 (section 5) has a server read them: masked frames of at most
 * {@link FrameSize#LONGEST_MESSAGE}, messages in one or several of them, control frames in between. One for each socket;
 * it keeps only what an unfinished message needs.
 */
final class WireDecoder {
    /** What a frame has before its payload, at most. */
    static final int LONGEST_HEAD = 14;

    private static final int LAST = 0x80;
    private static final int RESERVED = 0x70;
    private static final int CONTROL = 0x08;
    private static final int MASKED = 0x80;
    private static final int SHORT_MOST = 125;
    private static final int MEDIUM = 126;
    private static final int MASK_BYTES = 4;

    private @Nullable ByteArrayOutputStream pieces;
    private int pieceType;

    /** Whoever gets the messages. */
    interface Reader {
        /** A whole text. */
        void text(String text);

        /** A whole binary message, whatever is in it. */
        void binary();

        /** A question for a sign of life, to be answered with the same bytes. */
        void asked(byte[] data);

        /** A sign of life. */
        void answered(byte[] data);

        /**
         * The client closes; nothing that follows counts.
         *
         * @param code 1005 when it gave none
         */
        void closes(int code);
    }

    /**
     * Hands over what is whole. What is left in the buffer afterwards is the beginning of a frame.
     *
     * @throws BrokenWireException at the first byte that cannot be
     */
    void take(ByteBuffer data, Reader reader) throws BrokenWireException {
        while (data.remaining() >= 2) {
            int start = data.position();
            int first = data.get() & 0xFF;
            int second = data.get() & 0xFF;
            check(first, second);
            long length = length(second & ~MASKED, data);
            if (length > FrameSize.LONGEST_MESSAGE) {
                throw new BrokenWireException(CloseCodes.TOO_BIG, "message too long");
            }
            if (length < 0 || data.remaining() < MASK_BYTES + length) {
                data.position(start);
                return;
            }
            hand((first & LAST) != 0, first & 0x0F, payload(data, (int) length), reader);
        }
    }

    private static void check(int first, int second) throws BrokenWireException {
        if ((first & RESERVED) != 0 || (second & MASKED) == 0) {
            throw broken("a reserved bit, or no mask");
        }
        boolean control = (first & CONTROL) != 0;
        if (control && ((first & LAST) == 0 || (second & ~MASKED) > SHORT_MOST)) {
            throw broken("a control frame in pieces, or too long");
        }
    }

    /** The payload's length, or -1 while it is not there. */
    private static long length(int told, ByteBuffer data) throws BrokenWireException {
        if (told < MEDIUM) {
            return told;
        }
        if (data.remaining() < (told == MEDIUM ? Short.BYTES : Long.BYTES)) {
            return -1;
        }
        long length = told == MEDIUM ? data.getShort() & 0xFFFF : data.getLong();
        if (length < 0) {
            throw broken("a negative length");
        }
        return length;
    }

    private static byte[] payload(ByteBuffer data, int length) {
        int mask = data.getInt();
        byte[] payload = new byte[length];
        data.get(payload);
        for (int i = 0; i < length; i++) {
            payload[i] ^= (byte) (mask >>> 8 * (3 - (i & 3)));
        }
        return payload;
    }

    private void hand(boolean last, int type, byte[] payload, Reader reader) throws BrokenWireException {
        switch (type) {
            case 0x0, 0x1, 0x2 -> piece(last, type, payload, reader);
            case 0x8 -> reader.closes(closeCode(payload));
            case 0x9 -> reader.asked(payload);
            case 0xA -> reader.answered(payload);
            default -> throw broken("an unknown kind of frame");
        }
    }

    private void piece(boolean last, int type, byte[] payload, Reader reader) throws BrokenWireException {
        ByteArrayOutputStream before = pieces;
        if ((type == 0) == (before == null)) {
            throw broken("a piece of nothing, or a message within another");
        }
        if (before == null && last) {
            message(type, payload, reader);
            return;
        }
        if (before == null) {
            before = new ByteArrayOutputStream();
            pieces = before;
            pieceType = type;
        }
        if (before.size() + payload.length > FrameSize.LONGEST_MESSAGE) {
            throw new BrokenWireException(CloseCodes.TOO_BIG, "message too long");
        }
        before.writeBytes(payload);
        if (last) {
            pieces = null;
            message(pieceType, before.toByteArray(), reader);
        }
    }

    private static void message(int type, byte[] payload, Reader reader) throws BrokenWireException {
        if (type == 0x1) {
            reader.text(text(payload));
        } else {
            reader.binary();
        }
    }

    private static String text(byte[] payload) throws BrokenWireException {
        for (byte b : payload) {
            if (b < 0) {
                return decoded(payload);
            }
        }
        return new String(payload, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] payload) throws BrokenWireException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenWireException(CloseCodes.NOT_CONSISTENT, "not UTF-8");
        }
    }

    private static int closeCode(byte[] payload) throws BrokenWireException {
        if (payload.length == 0) {
            return CloseCodes.NO_STATUS_CODE.getCode();
        }
        int code = payload.length < 2 ? 0 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        boolean known = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
        if (!known && (code < 3000 || code > 4999)) {
            throw broken("a close code that is none");
        }
        decoded(Arrays.copyOfRange(payload, 2, payload.length));
        return code;
    }

    private static BrokenWireException broken(String what) {
        return new BrokenWireException(CloseCodes.PROTOCOL_ERROR, what);
    }
}
