package com.neighborbid.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection that asks for one page after another (HTTP/1.1, RFC 9112) and makes itself anew when it broke. By hand, since
 * what is asked shares the processors with whoever asks: the JDK's client takes as long for a page as the house does.
 */
final class PageLine implements AutoCloseable {
    private static final int TAIL = 120;
    private static final int BUFFER = 16 * 1024;
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final String CLOSES = "connection: close";

    private final URI house;
    private final int timeoutMs;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    /**
     * What came back.
     *
     * @param tail the last characters of the body
     */
    record Page(int status, String tail) {}

    /** @param timeoutMs how long the house may be silent */
    PageLine(URI house, int timeoutMs) {
        this.house = house;
        this.timeoutMs = timeoutMs;
    }

    /** Asks, and reads all of the answer. */
    Page get(PageCall call) throws IOException {
        try {
            Socket open = open();
            StringBuilder request = new StringBuilder(200)
                    .append("GET ")
                    .append(call.path())
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(house.getAuthority())
                    .append("\r\n");
            if (call.token() != null) {
                request.append("Authorization: Bearer ").append(call.token()).append("\r\n");
            }
            open.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(timeoutMs);
            open.connect(new InetSocketAddress(house.getHost(), house.getPort()), timeoutMs);
            in = new BufferedInputStream(open.getInputStream(), BUFFER);
            socket = open;
        }
        return open;
    }

    private Page read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
            chunked |= lower.startsWith(CHUNKED);
            closes |= lower.startsWith(CLOSES);
        }
        body.reset();
        if (chunked) {
            readChunks();
        } else {
            readBytes(length);
        }
        if (closes) {
            close();
        }
        byte[] bytes = body.toByteArray();
        int tail = Math.min(bytes.length, TAIL);
        return new Page(status, new String(bytes, bytes.length - tail, tail, StandardCharsets.UTF_8));
    }

    private void readChunks() throws IOException {
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            readBytes(size);
            line();
        }
        while (!line().isEmpty()) {
            // Trailers, of which the house has none.
        }
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private void readBytes(int length) throws IOException {
        body.writeBytes(in.readNBytes(length));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The house hung up");
            }
            line.append((char) c);
        }
        line.setLength(Math.max(0, line.length() - 1));
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
