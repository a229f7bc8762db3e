package com.neighborbid.launcher;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** What a launcher that was killed left running in this data directory; to be called by the one that has it now. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DataDir dataDir;
    private final Consumer<String> say;

    Leftovers(DataDir dataDir, Consumer<String> say) {
        this.dataDir = dataDir;
        this.say = say;
    }

    /** Stops every process that a pid file names and whose command line names this data directory. */
    void stop() throws InterruptedException {
        for (Part part : Part.values()) {
            PidFile file = dataDir.pidFile(part);
            if (part != Part.LAUNCHER) {
                ProcessHandle left = file.living(dataDir.root().toString()).orElse(null);
                if (left != null) {
                    say.accept("stopping " + part.label() + file.inWords() + ", left by a launcher that was killed");
                    stop(part, left);
                }
            }
            file.remove();
        }
    }

    private static void stop(Part part, ProcessHandle process) throws InterruptedException {
        if (part == Part.POSTGRES) {
            Signals.interrupt(process.pid());
        } else {
            process.destroy();
        }
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new LaunchFailure("cannot wait for the end of process " + process.pid(), e);
        }
    }
}
