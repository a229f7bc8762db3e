package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.platform.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code payara/backup} and {@code payara/restore} as an operator runs them, into one backup directory. */
final class Backups implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final Path dataDir;
    private final PostgresServer server;
    private final Process log;

    /** What a command said, and how it ended. */
    record Outcome(int code, String output) {
        Outcome expect(int wanted) {
            assertEquals(wanted, code, output);
            return this;
        }
    }

    private Backups(Path directory, Path dataDir, PostgresServer server) {
        this.directory = directory;
        this.dataDir = dataDir;
        this.server = server;
        this.log = start(command("payara/backup", "log"));
        Runtime.getRuntime().addShutdownHook(new Thread(log::destroyForcibly));
    }

    /** Begins to receive the server's log; returns when it arrives. */
    static Backups of(PostgresServer server, Path dataDir, Path directory) {
        Backups backups = new Backups(directory, dataDir, server);
        Eventually.holds(PATIENCE, backups::isReceiving, "no log of PostgreSQL arrives");
        return backups;
    }

    Path directory() {
        return directory;
    }

    /** A subcommand of {@code payara/backup}. */
    Outcome backup(String... words) {
        return run(command("payara/backup", words));
    }

    /** {@code payara/restore}, as the user that PostgreSQL runs as. */
    Outcome restore(Path data, Path newDataDir, String... options) {
        List<String> words = new ArrayList<>(List.of(data.toString(), newDataDir.toString()));
        words.addAll(List.of(options));
        return run(command("payara/restore", words.toArray(String[]::new)));
    }

    /** Returns when all that was committed until now has arrived here. */
    void awaitLog() {
        String now = server.ask("SELECT pg_current_wal_flush_lsn()");
        Eventually.holds(
                PATIENCE,
                () -> server.ask("SELECT bool_or(flush_lsn >= '" + now + "') FROM pg_stat_replication")
                        .equals("t"),
                "the log does not arrive");
    }

    /** The files of the newest copy that are of this name. */
    Path inCopy(String name) {
        try (Stream<Path> files = Files.walk(directory.resolve("base"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        log.destroy();
        log.onExit().join();
    }

    private boolean isReceiving() {
        if (!log.isAlive()) {
            throw new IllegalStateException("payara/backup log has ended");
        }
        return server.ask("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")
                .equals("1");
    }

    private ProcessBuilder command(String script, String... words) {
        List<String> command = PostgresServer.asOrdinaryUser(script);
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NB_BACKUP_DIR", directory.toString());
        builder.environment().put("NB_DATA_DIR", dataDir.toString());
        if (script.endsWith("backup")) {
            builder.environment().put("PGHOST", "127.0.0.1");
            builder.environment().put("PGPORT", Integer.toString(server.port()));
            builder.environment().put("PGUSER", "replica");
        }
        return builder;
    }

    private Process start(ProcessBuilder builder) {
        try {
            Files.createDirectories(directory);
            return builder.redirectOutput(directory.resolve("log.txt").toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome run(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
