package com.neighborbid.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's data directory. */
record Cluster(Path directory) {

    /** Makes it, unless it is there. It comes into its place whole, so a start that was cut off leaves nothing. */
    void create(Path bin, String superuserPassword) throws InterruptedException {
        if (Files.exists(directory)) {
            return;
        }
        Path fresh = directory.resolveSibling(directory.getFileName() + ".new");
        Path passwordFile = directory.resolveSibling(directory.getFileName() + ".password");
        try {
            Trees.delete(fresh);
            PrivateFile.write(passwordFile, superuserPassword);
            initialise(bin, fresh, passwordFile);
            Files.move(fresh, directory);
        } catch (IOException e) {
            throw new LaunchFailure("cannot make PostgreSQL's data directory " + directory + ": " + e, e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    private void initialise(Path bin, Path fresh, Path passwordFile) throws IOException, InterruptedException {
        Process initdb = new ProcessBuilder(asOrdinaryUser(
                        bin.resolve("initdb").toString(),
                        "-D",
                        fresh.toString(),
                        "-U",
                        PostgresDatabase.SUPERUSER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile",
                        passwordFile.toString(),
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"))
                .redirectErrorStream(true)
                .start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (initdb.waitFor() != 0) {
            throw new LaunchFailure("initdb failed:\n  " + output.strip().replace("\n", "\n  "));
        }
    }

    /**
     * Clears what a killed postmaster left: its children, which hold its shared memory, and a lock file whose number
     * another process has been given since. To be called only when no launcher runs a postmaster here.
     */
    void clearLeftovers() throws InterruptedException {
        List<ProcessHandle> orphans =
                ProcessHandle.allProcesses().filter(this::worksHere).toList();
        orphans.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle orphan : orphans) {
            while (orphan.isAlive()) {
                Thread.sleep(10);
            }
        }
        removeStaleLock();
    }

    /** Where there is no /proc, PostgreSQL itself refuses to start while they live, and is started again. */
    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(directory.toRealPath());
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private void removeStaleLock() {
        Path lock = directory.resolve("postmaster.pid");
        try {
            if (!Files.exists(lock)) {
                return;
            }
            try (Stream<String> lines = Files.lines(lock)) {
                boolean held = lines.findFirst()
                        .map(Long::valueOf)
                        .flatMap(ProcessHandle::of)
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent();
                if (!held) {
                    Files.delete(lock);
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new LaunchFailure("cannot read " + lock + ": " + e, e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace root is nobody in particular, with the same files. */
    List<String> asOrdinaryUser(String... command) {
        List<String> whole =
                new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
        whole.addAll(List.of(command));
        return whole;
    }
}
