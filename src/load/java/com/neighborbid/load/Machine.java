package com.neighborbid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** The machine of a run, in words: figures mean nothing without it. */
final class Machine {
    private Machine() {}

    static List<List<String>> rows() {
        return List.of(
                List.of("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()),
                List.of("processor", fact("/proc/cpuinfo", "model name")),
                List.of("cores", Integer.toString(Runtime.getRuntime().availableProcessors())),
                List.of("memory", fact("/proc/meminfo", "MemTotal")),
                List.of("system", System.getProperty("os.name") + " " + System.getProperty("os.version")),
                List.of("JDK", System.getProperty("java.vendor") + " " + Runtime.version()),
                List.of("shared with", "the load program, Payara, Redis, PostgreSQL and the broker"));
    }

    /** How the tables of a report are to be read. */
    static String howOften(int repeats) {
        return "Everything ran on it at once. Each trial was made " + repeats
                + " times, one after the other: what stands"
                + " in the tables is the median, and in brackets the least and the greatest. Stolen is the processor time"
                + " that this machine wanted and its host gave to another.";
    }

    /** The value of the first line {@code name : value}, where the system has such a file. */
    private static String fact(String file, String name) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
