package com.neighborbid.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is preloaded into one process ({@code src/faults/native/shim.c}): its clock can be moved while it runs, and what it
 * wrote and did not sync can be taken away once it is dead, as a power cut does.
 */
final class Shim {
    private static final Path SOURCE = Path.of("src", "faults", "native", "shim.c");

    private final Path library;
    private final Path clock;
    private final Path synced;

    private Shim(Path library, Path clock, Path synced) {
        this.library = library;
        this.clock = clock;
        this.synced = synced;
    }

    /** Whether this machine can make one. */
    static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux") && Files.isExecutable(Path.of("/usr/bin/cc"));
    }

    /** One for a process of this name. */
    static Shim make(Path directory, String name) {
        try {
            Files.createDirectories(directory);
            Path library = directory.resolve(name + ".so").toAbsolutePath();
            Shell.run(List.of("cc", "-shared", "-fPIC", "-O2", SOURCE.toString(), "-o", library.toString(), "-ldl"));
            Shim shim = new Shim(
                    library,
                    directory.resolve(name + ".clock").toAbsolutePath(),
                    directory.resolve(name + ".synced").toAbsolutePath());
            shim.moveClock(0);
            return shim;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the process is to have in its environment. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "NB_SHIM_CLOCK",
                clock.toString(),
                "NB_SHIM_SYNCED",
                synced.toString());
    }

    /** From now on the process's wall clock is off by so many milliseconds. */
    void moveClock(long millis) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        try (FileChannel file = FileChannel.open(clock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(bytes.putLong(millis).flip(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes from the files in a dead process's directory whatever it had not synced.
     *
     * @return how many bytes that were
     */
    long cutPower(Path directory) {
        try (Stream<Path> files = Files.walk(directory.toRealPath())) {
            Map<String, Long> safe = safe();
            long lost = 0;
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".aof")).toList()) {
                lost += truncate(file, safe.getOrDefault(file.toString(), 0L));
            }
            return lost;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Long> safe() throws IOException {
        Map<String, Long> safe = new HashMap<>();
        try (Stream<String> lines = Files.lines(synced)) {
            lines.forEach(line -> {
                int space = line.indexOf(' ');
                safe.put(line.substring(space + 1), Long.valueOf(line.substring(0, space)));
            });
        }
        return safe;
    }

    private static long truncate(Path file, long size) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            long lost = open.length() - size;
            if (lost > 0) {
                open.setLength(size);
            }
            return Math.max(0, lost);
        }
    }
}
