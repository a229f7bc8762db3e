package com.neighborbid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The processor time that the house's processes, found by their pid files, have used so far, and what was stolen from all. */
final class ProcessTimes {
    private final Map<String, Duration> used;

    private ProcessTimes(Map<String, Duration> used) {
        this.used = used;
    }

    /** Reads them now; nothing where the directory is unknown. */
    static ProcessTimes now(String pidDirectory) {
        Map<String, Duration> used = new TreeMap<>();
        if (!pidDirectory.isEmpty()) {
            try (Stream<Path> files = Files.list(Path.of(pidDirectory))) {
                files.filter(file -> file.toString().endsWith(".pid")).forEach(file -> read(file, used));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        used.put("load", cpu(ProcessHandle.current()));
        used.put("stolen", Ticks.stolen());
        return new ProcessTimes(used);
    }

    /** Milliseconds of processor time a unit of work, by process, between then and now. */
    String since(ProcessTimes then, long units) {
        StringBuilder text = new StringBuilder();
        used.forEach((name, time) -> {
            Duration spent = time.minus(then.used.getOrDefault(name, Duration.ZERO));
            text.append(String.format("%s %.3f  ", name, spent.toNanos() / 1e6 / Math.max(1, units)));
        });
        return text.toString().strip();
    }

    private static void read(Path file, Map<String, Duration> used) {
        try {
            String name = file.getFileName().toString().replace(".pid", "");
            long pid = Long.parseLong(
                    Files.readString(file).lines().findFirst().orElse("0").strip());
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            if (process.isPresent() && !name.equals("launcher")) {
                Duration all = Stream.concat(process.stream(), process.get().descendants())
                        .map(ProcessTimes::cpu)
                        .reduce(Duration.ZERO, Duration::plus);
                used.put(name, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration cpu(ProcessHandle process) {
        return Ticks.of(process).or(() -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }
}
