package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Time;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A line over a real connection of this machine, with a client that reads and writes bytes. */
@Timeout(30)
class LineTest {
    private static final int CLOSE_MS = 400;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private LineLoop loop;
    private Thread thread;
    private Line line;
    private Socket client;

    @BeforeEach
    void connect() throws IOException {
        loop = new LineLoop(new Time(), CLOSE_MS);
        try (ServerSocketChannel door = ServerSocketChannel.open()) {
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = new Socket();
            client.setReceiveBufferSize(8 * 1024);
            client.connect(door.getLocalAddress());
            SocketChannel channel = door.accept();
            channel.setOption(StandardSocketOptions.SO_SNDBUF, 8 * 1024);
            channel.configureBlocking(false);
            line = new Line(channel, loop);
        }
        line.belongsTo(new SocketOwner() {
            @Override
            public void text(String text) {
                heard.add("text " + text);
            }

            @Override
            public void binary() {
                heard.add("binary");
            }

            @Override
            public void pong(ByteBuffer data) {
                heard.add("pong " + data.getLong());
            }

            @Override
            public void close() {
                heard.add("close");
            }
        });
        thread = new Thread(loop, "line-test");
        thread.start();
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
        loop.close();
        thread.join();
    }

    @Test
    void hearsWhatComesAndSaysWhatItIsGiven() throws Exception {
        line.send(new Frame("before it is served"));
        loop.serve(line);
        say(WireDecoderTest.text("a"), WireDecoderTest.text("b"), WireDecoderTest.frame(0x82, new byte[3]));
        assertEquals("text a", next());
        assertEquals("text b", next());
        assertEquals("binary", next());
        line.send(new Frame("한 마디"));
        assertEquals("before it is served", read());
        assertEquals("한 마디", read());
    }

    @Test
    void pingsAndAnswersPings() throws Exception {
        loop.serve(line);
        line.ping(ByteBuffer.allocate(8).putLong(7).array());
        assertArrayEquals(
                new byte[] {(byte) 0x89, 8, 0, 0, 0, 0, 0, 0, 0, 7},
                client.getInputStream().readNBytes(10));
        say(WireDecoderTest.frame(0x8A, ByteBuffer.allocate(8).putLong(7).array()));
        assertEquals("pong 7", next());
        say(WireDecoderTest.frame(0x89, new byte[] {5}));
        assertArrayEquals(
                new byte[] {(byte) 0x8A, 1, 5}, client.getInputStream().readNBytes(3));
    }

    @Test
    void answersTheLastPingOfAClientThatDoesNotRead() throws Exception {
        loop.serve(line);
        int pings = 50_000;
        for (int i = 1; i <= pings; i++) {
            say(WireDecoderTest.frame(
                    0x89, ByteBuffer.allocate(100).putInt(0, i).array()));
        }
        DataInputStream in = new DataInputStream(client.getInputStream());
        int answers = 0;
        int last = 0;
        while (last < pings) {
            assertEquals(0x8A64, in.readUnsignedShort());
            last = in.readInt();
            in.readFully(new byte[96]);
            answers++;
        }
        assertTrue(answers < pings, answers + " answers to " + pings);
    }

    @Test
    void sendsInOrderWhatTheClientTakesSlowly() throws Exception {
        loop.serve(line);
        int frames = 2_000;
        for (int i = 0; i < frames; i++) {
            line.send(new Frame(i + " " + "x".repeat(1_000)));
        }
        assertTrue(line.isWaiting());
        for (int i = 0; i < frames; i++) {
            assertTrue(read().startsWith(i + " "));
        }
    }

    @Test
    void closesWhenTheClientDoes() throws Exception {
        loop.serve(line);
        say(WireDecoderTest.frame(0x88, new byte[] {0x03, (byte) 0xE9}), WireDecoderTest.text("too late"));
        assertArrayEquals(
                new byte[] {(byte) 0x88, 2, 0x03, (byte) 0xE9},
                client.getInputStream().readAllBytes());
        assertEquals("close", next());
        assertThrows(IllegalStateException.class, () -> line.send(new Frame("gone")));
    }

    @Test
    void closesAfterWhatWasSentBefore() throws Exception {
        loop.serve(line);
        line.send(new Frame("x".repeat(60_000)));
        line.send(new Frame("last"));
        line.close(Closing.GOING_AWAY);
        assertEquals(60_000, read().length());
        assertEquals("last", read());
        assertEquals(1001, readClose());
        say(WireDecoderTest.frame(0x88, new byte[] {0x03, (byte) 0xE9}));
        assertEquals("close", next());
        assertEquals(-1, client.getInputStream().read());
    }

    @Test
    void cutsASlowReaderAtTheEndOfAFrame() throws Exception {
        loop.serve(line);
        for (int i = 0; i < 100; i++) {
            line.send(new Frame("y".repeat(60_000)));
        }
        line.close(Closing.TOO_SLOW);
        int whole = 0;
        int code = 0;
        while (code == 0) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            int kind = in.readUnsignedByte();
            if (kind == 0x88) {
                in.readUnsignedByte();
                code = in.readUnsignedShort();
            } else {
                assertEquals(60_000, payload(in).length());
                whole++;
            }
        }
        assertEquals(4008, code);
        assertTrue(whole < 100, whole + " frames of 100");
    }

    @Test
    void givesUpAClientThatDoesNotClose() throws Exception {
        loop.serve(line);
        line.close(Closing.SESSION_ENDED);
        assertEquals("close", next());
        assertFalse(line.channel().isOpen());
    }

    @Test
    void tellsWhoeverBreaksTheProtocolWhy() throws Exception {
        loop.serve(line);
        say(new byte[] {(byte) 0x81, 1, 'x'}, new byte[50_000]);
        assertEquals(1002, readClose());
        assertEquals(-1, client.getInputStream().read());
        client.close();
        assertEquals("close", next());
        assertNull(heard.poll());
    }

    @Test
    void noticesThatTheClientIsGone() throws Exception {
        loop.serve(line);
        client.close();
        assertEquals("close", next());
    }

    private @Nullable String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    private void say(byte[]... frames) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            all.writeBytes(frame);
        }
        client.getOutputStream().write(all.toByteArray());
    }

    private String read() throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        assertEquals(0x81, in.readUnsignedByte());
        return payload(in);
    }

    private int readClose() throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        assertEquals(0x88, in.readUnsignedByte());
        int length = in.readUnsignedByte();
        int code = in.readUnsignedShort();
        in.readFully(new byte[length - 2]);
        return code;
    }

    private static String payload(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte();
        byte[] payload = new byte[length == 126 ? in.readUnsignedShort() : length];
        in.readFully(payload);
        return new String(payload, StandardCharsets.UTF_8);
    }
}
