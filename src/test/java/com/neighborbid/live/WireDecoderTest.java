package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireDecoderTest {
    private static final int LAST = 0x80;
    private static final int TEXT = 0x1;
    private static final int PIECE = 0x0;

    private final List<String> heard = new ArrayList<>();
    private final WireDecoder.Reader reader = new WireDecoder.Reader() {
        @Override
        public void text(String text) {
            heard.add("text " + text);
        }

        @Override
        public void binary() {
            heard.add("binary");
        }

        @Override
        public void asked(byte[] data) {
            heard.add("asked " + HexFormat.of().formatHex(data));
        }

        @Override
        public void answered(byte[] data) {
            heard.add("answered " + HexFormat.of().formatHex(data));
        }

        @Override
        public void closes(int code) {
            heard.add("closes " + code);
        }
    };

    /** A masked frame, as a client sends it. */
    static byte[] frame(int head, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(head);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        byte[] mask = {(byte) 0xA1, 0x02, 0x7F, (byte) 0x80};
        frame.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ mask[i % 4]);
        }
        return frame.toByteArray();
    }

    static byte[] text(String text) {
        return frame(LAST | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void findsTheSameMessagesWhereverTheBytesAreCut(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int most)
            throws BrokenWireException {
        heard.clear();
        Random random = new Random(seed);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            String text = "자전거 🚲 ".repeat(random.nextInt(200)) + i;
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int cut = random.nextInt(bytes.length + 1);
            all.writeBytes(frame(TEXT, Arrays.copyOf(bytes, cut)));
            all.writeBytes(frame(LAST | 0x9, new byte[] {(byte) i}));
            all.writeBytes(frame(LAST | PIECE, Arrays.copyOfRange(bytes, cut, bytes.length)));
            sent.add("asked 0" + i);
            sent.add("text " + text);
        }
        feed(all.toByteArray(), random);
        assertEquals(sent, heard);
    }

    @Test
    void keepsTheBeginningOfAFrame() throws BrokenWireException {
        ByteBuffer part = ByteBuffer.wrap(text("bicycle"), 0, 9);
        new WireDecoder().take(part, reader);
        assertEquals(0, part.position());
        assertTrue(heard.isEmpty());
    }

    @Test
    void tellsAllKinds() throws BrokenWireException {
        WireDecoder decoder = new WireDecoder();
        decoder.take(ByteBuffer.wrap(frame(LAST | 0x2, new byte[] {1})), reader);
        decoder.take(ByteBuffer.wrap(frame(LAST | 0xA, new byte[] {1, 2})), reader);
        decoder.take(ByteBuffer.wrap(frame(LAST | 0x8, new byte[] {})), reader);
        decoder.take(ByteBuffer.wrap(frame(LAST | 0x8, new byte[] {0x0F, (byte) 0xA8, 'x'})), reader);
        assertEquals(List.of("binary", "answered 0102", "closes 1005", "closes 4008"), heard);
    }

    @ParameterizedTest
    @CsvSource({
        "8101, no mask",
        "c181a1027f8041, a reserved bit",
        "8381a1027f8041, an unknown kind",
        "0981a1027f8041, a control frame in pieces",
        "89fe0080a1027f80, a control frame that is too long",
        "8081a1027f8041, a piece of nothing",
        "0181a1027f80418181a1027f8041, a message within another",
        "81ff8000000000000000, a negative length",
        "8881a1027f8041, half a close code",
        "8882a1027f80a2ee, the close code 1004",
    })
    void refusesWhatTheProtocolForbids(String hex, String what) {
        assertEquals(1002, refusal(HexFormat.of().parseHex(hex)), what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0af", "eda080", "f4908080", "e382"})
    void refusesWhatIsNotUtf8(String hex) {
        assertEquals(1007, refusal(frame(LAST | TEXT, HexFormat.of().parseHex(hex))));
    }

    @Test
    void refusesWhatIsTooLongBeforeItIsThere() {
        assertEquals(1009, refusal(HexFormat.of().parseHex("81ff0000000000010001")));
    }

    @Test
    void refusesPiecesThatAreTooLongTogether() throws BrokenWireException {
        WireDecoder decoder = new WireDecoder();
        decoder.take(ByteBuffer.wrap(frame(TEXT, new byte[40_000])), reader);
        ByteBuffer more = ByteBuffer.wrap(frame(LAST | PIECE, new byte[40_000]));
        BrokenWireException refused = assertThrows(BrokenWireException.class, () -> decoder.take(more, reader));
        assertEquals(1009, refused.reason().getCloseCode().getCode());
    }

    private int refusal(byte[] bytes) {
        return assertThrows(BrokenWireException.class, () -> new WireDecoder().take(ByteBuffer.wrap(bytes), reader))
                .reason()
                .getCloseCode()
                .getCode();
    }

    private void feed(byte[] bytes, Random random) throws BrokenWireException {
        WireDecoder decoder = new WireDecoder();
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length);
        for (int at = 0; at < bytes.length; ) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(700));
            buffer.put(bytes, at, count).flip();
            decoder.take(buffer, reader);
            buffer.compact();
            at += count;
        }
        assertEquals(0, buffer.position());
    }
}
