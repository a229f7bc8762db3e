package com.neighborbid.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of one house. Each is born here with its log and its pid file, in a session of its own, so that a
 * Ctrl-C reaches the launcher alone and the order of the end is the launcher's.
 */
final class Children implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final boolean SETSID =
            Files.isExecutable(Path.of("/usr/bin/setsid")) || Files.isExecutable(Path.of("/bin/setsid"));

    private final DataDir dataDir;
    private final Map<Part, Child> living = new EnumMap<>(Part.class);
    private boolean closing;

    Children(DataDir dataDir) {
        this.dataDir = dataDir;
    }

    /**
     * Starts a process. Its environment is the launcher's own, without {@code NB_} variables, and {@code environment}.
     *
     * @throws LaunchFailure when it cannot be executed, or the house is closing
     */
    synchronized Child spawn(Part part, List<String> command, Map<String, String> environment) {
        if (closing) {
            throw new LaunchFailure("the house is closing");
        }
        List<String> whole = new ArrayList<>(SETSID ? List.of("setsid") : List.of());
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("NB_"));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            dataDir.pidFile(part).write(process.pid());
            ChildLog log = new ChildLog(dataDir.log(part));
            log.follow(process.getInputStream());
            Child child = new Child(part, process, log);
            living.put(part, child);
            return child;
        } catch (IOException e) {
            throw new LaunchFailure("cannot start " + part.label() + ": " + e.getMessage(), e);
        }
    }

    /** The process id of a part, while it runs. */
    synchronized Optional<Long> pid(Part part) {
        return Optional.ofNullable(living.get(part)).filter(Child::alive).map(Child::pid);
    }

    synchronized boolean closing() {
        return closing;
    }

    /** Nothing is born from now on; all that lives is stopped, in the order of {@link Part}. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        for (Child child : living.values()) {
            child.stop(PATIENCE);
            dataDir.pidFile(child.part()).remove();
        }
    }
}
