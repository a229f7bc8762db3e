package com.neighborbid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;

/** Processor time as Linux counts it, in ticks of a hundredth of a second; nothing where there is no Linux. */
final class Ticks {
    private static final long MILLIS = 10;
    /** In the first line of proc_stat(5). */
    private static final int STOLEN = 8;
    /** utime, stime, cutime and cstime of proc_pid_stat(5), counted from the state, which follows the name. */
    private static final int FIRST = 11;

    private static final int LAST = 14;

    private Ticks() {}

    /** What a process has used so far, and those that it started, ended and took leave of. */
    static Optional<Duration> of(ProcessHandle process) {
        return read("/proc/" + process.pid() + "/stat").map(Ticks::used);
    }

    /** What the host of this machine gave to another while this one wanted it. */
    static Duration stolen() {
        return read("/proc/stat").map(Ticks::stolen).orElse(Duration.ZERO);
    }

    /** @param stat the one line of a process, whose name may have anything in it */
    static Duration used(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" +");
        return ticks(IntStream.rangeClosed(FIRST, LAST)
                .mapToLong(field -> Long.parseLong(fields[field]))
                .sum());
    }

    /** @param stat all lines of the machine, that of all its processors first */
    static Duration stolen(String stat) {
        String[] fields = stat.lines().findFirst().orElse("").strip().split(" +");
        return fields.length > STOLEN ? ticks(Long.parseLong(fields[STOLEN])) : Duration.ZERO;
    }

    private static Duration ticks(long count) {
        return Duration.ofMillis(MILLIS * count);
    }

    /** A process may end at any moment; its file goes with it. */
    private static Optional<String> read(String file) {
        Path path = Path.of(file);
        try {
            return Optional.of(Files.readString(path));
        } catch (IOException e) {
            if (Files.exists(path)) {
                throw new UncheckedIOException(e);
            }
            return Optional.empty();
        }
    }
}
