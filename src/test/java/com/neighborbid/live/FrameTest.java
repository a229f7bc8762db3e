package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 255, 256, 65_535, 65_536, 200_000})
    void writesTheLengthAsTheProtocolHasIt(int length) {
        ByteBuffer frame = ByteBuffer.wrap(new Frame("x".repeat(length)).bytes());

        assertEquals((byte) 0x81, frame.get());
        int first = frame.get();
        long told = first == 126 ? frame.getShort() & 0xFFFF : first == 127 ? frame.getLong() : first;

        assertEquals(length, told);
        assertEquals(length, frame.remaining());
        assertEquals(length > 125 && length <= 65_535, first == 126);
    }

    @ParameterizedTest
    @ValueSource(strings = {"자전거", "é", "🚲"})
    void countsBytesNotCharacters(String text) {
        byte[] bytes = new Frame(text).bytes();

        assertEquals(text, new String(bytes, 2, bytes[1], StandardCharsets.UTF_8));
        assertEquals(2 + bytes[1], bytes.length);
    }
}
