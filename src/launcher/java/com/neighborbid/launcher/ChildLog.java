package com.neighborbid.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a child prints: kept in a file of bounded size (the one before it stays as {@code .1}), and its last lines but
 * for the frames of stack traces, which would push out what is looked for.
 */
final class ChildLog {
    private static final int KEPT_LINES = 2_000;
    private static final String FRAME = "\tat ";

    private final Path file;
    private final long maxChars;
    private final Deque<String> last = new ArrayDeque<>();

    ChildLog(Path file) {
        this(file, 10_000_000);
    }

    /** @param maxChars after so many the file begins anew */
    ChildLog(Path file, long maxChars) {
        this.file = file;
        this.maxChars = maxChars;
    }

    /** Copies until the child closes its output; a daemon thread does so. */
    void follow(InputStream output) {
        Thread thread = new Thread(() -> copy(output), "log-" + file.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    /** Copies until the end. */
    void copy(InputStream output) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        try {
            while (copyOneFile(reader)) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            System.err.println("cannot write " + file + ", its process goes on without a log: " + e);
            drain(output);
        }
    }

    /** A child whose output nobody reads would stop at its next line. */
    private static void drain(InputStream output) {
        try {
            output.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers true when the file is full and there is more. */
    private boolean copyOneFile(BufferedReader reader) throws IOException {
        long chars = Files.exists(file) ? Files.size(file) : 0;
        try (BufferedWriter writer =
                Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                remember(line);
                writer.write(line);
                writer.newLine();
                if (!reader.ready()) {
                    writer.flush();
                }
                chars += line.length() + 1;
                if (chars > maxChars) {
                    return true;
                }
            }
        }
        return false;
    }

    private synchronized void remember(String line) {
        if (line.startsWith(FRAME)) {
            return;
        }
        last.addLast(line);
        if (last.size() > KEPT_LINES) {
            last.removeFirst();
        }
    }

    /** The newest lines that match, oldest first, at most {@code count}. */
    synchronized List<String> last(int count, Predicate<String> matching) {
        List<String> lines = last.stream().filter(matching).toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    Path file() {
        return file;
    }
}
