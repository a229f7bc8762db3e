package com.neighborbid.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs of the machine that do one thing and end. */
final class Shell {
    private Shell() {}

    /**
     * Runs one and answers what it said.
     *
     * @throws IllegalStateException with what it said, when it fails
     */
    static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal ({@code STOP}, {@code CONT}, {@code KILL}) to these processes. */
    static void signal(String name, List<Long> pids) {
        run(List.of(
                "sh",
                "-c",
                "kill -" + name + " "
                        + String.join(" ", pids.stream().map(String::valueOf).toList())));
    }

    /** A process and all that it started. */
    static List<Long> tree(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(process), process.descendants())
                        .map(ProcessHandle::pid)
                        .toList())
                .orElse(List.of());
    }
}
