package com.neighborbid.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Engines' binaries, unpacked once from the jars in which they come. Several processes may do so at once. */
final class Binaries {
    private final Path directory;

    Binaries(Path directory) {
        this.directory = directory;
    }

    /** Unpacks an archive (.txz) from the class path and answers the directory. */
    Path archive(String resource, String name) {
        return once(name, fresh -> {
            try (InputStream raw = open(resource);
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(raw))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, fresh);
                }
            }
        });
    }

    /** Copies an executable from the class path and answers its path. */
    Path executable(String resource, String name) {
        return once(name, fresh -> {
                    Path file = Files.createDirectories(fresh).resolve(name);
                    try (InputStream raw = open(resource)) {
                        Files.copy(raw, file);
                    }
                    makeExecutable(file);
                })
                .resolve(name);
    }

    private interface Filling {
        void fill(Path fresh) throws IOException;
    }

    /** Filled beside its place and moved there whole; whoever comes second throws its own away. */
    private Path once(String name, Filling filling) {
        Path place = directory.resolve(name);
        if (Files.isDirectory(place)) {
            return place;
        }
        try {
            Path fresh = Files.createTempDirectory(Files.createDirectories(directory), name + ".new");
            filling.fill(fresh);
            try {
                Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (DirectoryNotEmptyException | FileAlreadyExistsException someoneWasFaster) {
                Trees.delete(fresh);
            }
            return place;
        } catch (IOException e) {
            throw new LaunchFailure("cannot unpack " + name + " into " + directory + ": " + e, e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                makeExecutable(target);
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = Binaries.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("not on the class path: " + resource);
        }
        return stream;
    }
}
