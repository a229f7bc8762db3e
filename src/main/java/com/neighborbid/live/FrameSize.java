package com.neighborbid.live;

/** How long a client's frames may be. */
final class FrameSize {
    /** Bytes of a text frame; a longer one is answered with {@code TOO_LARGE}. */
    static final int LONGEST_FRAME = 4 * 1024;
    /** Bytes beyond which the socket is closed with 1009. */
    static final int LONGEST_MESSAGE = 64 * 1024;

    private FrameSize() {}

    /** Whether the text is longer than a frame may be, in UTF-8. */
    static boolean isTooLong(String text) {
        return text.length() > LONGEST_FRAME || utf8Length(text) > LONGEST_FRAME;
    }

    private static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
