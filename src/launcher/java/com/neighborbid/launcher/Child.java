package com.neighborbid.launcher;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One running process of the house. */
record Child(Part part, Process process, ChildLog log) {
    private static final int TAIL_LINES = 15;

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Asks it to end, and ends it when it takes longer than {@code patience}. */
    void stop(Duration patience) {
        try {
            if (part == Part.POSTGRES) {
                // SIGTERM makes PostgreSQL wait for its clients; SIGINT is its orderly end.
                Signals.interrupt(pid());
            } else {
                // Not Process.destroy, which would close its output: its last words would be lost.
                process.toHandle().destroy();
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            process.toHandle().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A failure that shows what the child printed last. */
    LaunchFailure failure(String what) {
        return new LaunchFailure(part.label() + " " + what + ". Its last lines (" + log.file() + "):\n  "
                + String.join("\n  ", log.last(TAIL_LINES, line -> !line.isBlank())));
    }
}
