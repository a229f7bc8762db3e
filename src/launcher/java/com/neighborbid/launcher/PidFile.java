package com.neighborbid.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that holds the id of one running process, as text. It may be stale: a killed launcher leaves its own. */
record PidFile(Path path) {

    void write(long pid) {
        try {
            Files.writeString(path, pid + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that it names, if that lives and its command line mentions {@code mark}; ids are used again. */
    Optional<ProcessHandle> living(String mark) {
        return pid().flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(mark));
    }

    /** For a message: {@code " (pid 17)"}, or nothing. */
    String inWords() {
        return pid().map(pid -> " (pid " + pid + ")").orElse("");
    }

    private Optional<Long> pid() {
        try {
            String text = Files.exists(path) ? Files.readString(path).strip() : "";
            return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
