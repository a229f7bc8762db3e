package com.neighborbid.auction;

import com.neighborbid.platform.Hashes;
import com.neighborbid.platform.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The JPEG files of photos and thumbnails, in a directory that all instances share. A file is named by its content's
 * hash, so it never changes, and storing it twice is storing it once.
 */
@ApplicationScoped
class PhotoFiles {
    private static final int NAME_LENGTH = 40;
    private static final String SUFFIX = ".jpg";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{" + NAME_LENGTH + "}\\.jpg");

    private final Path directory;

    @Inject
    PhotoFiles(PlatformConfig config) {
        this(config.dataDir().resolve("photos"));
    }

    PhotoFiles(Path directory) {
        this.directory = directory;
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected PhotoFiles() {
        this((Path) null);
    }

    /** Keeps a file and answers its name; it is whole, and on disk, before the name leads to it. */
    String store(byte[] jpeg) throws IOException {
        String name = Hashes.sha256Hex(jpeg).substring(0, NAME_LENGTH) + SUFFIX;
        Path file = directory.resolve(name);
        if (Files.exists(file)) {
            return name;
        }
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(directory, "new", ".part");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(jpeg);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return name;
    }

    /** The file of a name, or empty when there is none, or the name is not one that {@link #store} gives. */
    Optional<Path> find(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(directory.resolve(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }
}
