package com.neighborbid.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one house: {@code run/} (pid files), {@code log/}, secrets, and a folder for each engine. Taken by
 * one launcher at a time; the system frees it when the launcher dies, however it dies.
 */
final class DataDir implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;

    private DataDir(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** @throws LaunchFailure when another launcher has it, or it cannot be written */
    static DataDir take(Path root) {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(root.resolve("run"));
            Files.createDirectories(root.resolve("log"));
            FileChannel channel =
                    FileChannel.open(root.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new LaunchFailure("another launcher" + new PidFile(pidFile(root, Part.LAUNCHER)).inWords()
                        + " is running in " + root + "; stop it, or set NB_DATA_DIR to another directory");
            }
            return new DataDir(root, channel);
        } catch (IOException e) {
            throw new LaunchFailure("cannot write the data directory " + root + ": " + e, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static Path pidFile(Path root, Part part) {
        return root.resolve("run").resolve(part.label() + ".pid");
    }

    PidFile pidFile(Part part) {
        return new PidFile(pidFile(root, part));
    }

    Path log(Part part) {
        return root.resolve("log").resolve(part.label() + ".log");
    }

    Path of(Part part) {
        return root.resolve(part.label());
    }

    Path root() {
        return root;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
