package com.neighborbid.auction;

import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Removes files of pictures whose lots are erased. A file is named by its content, so it stays while any lot shows the
 * same picture. The note of it goes last: whoever is cut off removes it again.
 */
@ApplicationScoped
class PhotoSweep implements WorkerTask {
    private static final long PAUSE_MS = Duration.ofSeconds(30).toMillis();
    private static final int BATCH = 100;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PhotoLeftovers leftovers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PhotoFiles files;

    @Override
    public String name() {
        return "photo-sweep";
    }

    @Override
    public long turn() {
        List<String> found = leftovers.some(BATCH);
        for (String file : found) {
            if (!leftovers.isShown(file)) {
                remove(file);
            }
            leftovers.done(file);
        }
        return found.size() == BATCH ? 0 : PAUSE_MS;
    }

    private void remove(String name) {
        Optional<Path> file = files.find(name);
        try {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + name, e);
        }
    }
}
