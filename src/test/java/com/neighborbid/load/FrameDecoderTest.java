package com.neighborbid.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
    private final List<String> heard = new ArrayList<>();
    private final FrameDecoder decoder = new FrameDecoder();

    private final FrameDecoder.Sink sink = new FrameDecoder.Sink() {
        @Override
        public void message(byte[] bytes, int from, int length) {
            heard.add(new String(bytes, from, length, StandardCharsets.UTF_8));
        }

        @Override
        public void ping(byte[] payload) {
            heard.add("ping " + new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void close(int code, String reason) {
            heard.add("close " + code + " " + reason);
        }
    };

    @Test
    void hearsTheSameHoweverTheNetworkCutsTheBytes() throws IOException {
        String big = "x".repeat(70_000);
        byte[] stream = join(frame(0x81, "one"), frame(0x89, "p"), frame(0x81, "y".repeat(200)), frame(0x81, big));
        for (int cut : new int[] {1, 2, 3, 7, 64, 1000, stream.length}) {
            heard.clear();
            for (int from = 0; from < stream.length; from += cut) {
                decoder.feed(stream, from, Math.min(stream.length, from + cut), sink);
            }
            assertEquals(List.of("one", "ping p", "y".repeat(200), big), heard);
        }
    }

    @Test
    void joinsFragmentsAroundControlFrames() throws IOException {
        byte[] stream = join(frame(0x01, "a"), frame(0x00, "b"), frame(0x89, ""), frame(0x80, "c"));
        decoder.feed(stream, 0, stream.length, sink);
        assertEquals(List.of("ping ", "abc"), heard);
    }

    @Test
    void tellsCloseCodeAndReason() throws IOException {
        byte[] stream = join(frame(0x88, "\u000f\u0028slow"), frame(0x88, ""));
        decoder.feed(stream, 0, stream.length, sink);
        assertEquals(List.of("close 3880 slow", "close 1005 "), heard);
    }

    @Test
    void refusesMaskedFramesAndUnknownOpcodes() {
        byte[] masked = {(byte) 0x81, (byte) 0x80, 0, 0, 0, 0};
        assertThrows(IOException.class, () -> decoder.feed(masked, 0, masked.length, sink));
        byte[] binary = frame(0x82, "b");
        assertThrows(IOException.class, () -> new FrameDecoder().feed(binary, 0, binary.length, sink));
    }

    private static byte[] frame(int head, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(head);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 65_536) {
            frame.writeBytes(new byte[] {126, (byte) (payload.length >> 8), (byte) payload.length});
        } else {
            frame.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    private static byte[] join(byte[]... frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            all.writeBytes(frame);
        }
        return all.toByteArray();
    }
}
