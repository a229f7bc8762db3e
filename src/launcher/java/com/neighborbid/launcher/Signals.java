package com.neighborbid.launcher;

import java.io.IOException;

/** The one signal that Java cannot send. */
final class Signals {
    private Signals() {}

    /** Sends SIGINT; a process that is gone already is no error. */
    static void interrupt(long pid) throws InterruptedException {
        try {
            // The shell's own kill: a small machine may have no /bin/kill.
            new ProcessBuilder("sh", "-c", "kill -INT " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("cannot run sh to stop process " + pid, e);
        }
    }
}
