package com.neighborbid.notification;

import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes the oldest mails of the {@link FolderRoute}'s folder, so that it holds at most so many, for at most so long. */
@ApplicationScoped
class MailFolderSweep implements WorkerTask {
    private static final long PAUSE_MS = Duration.ofMinutes(1).toMillis();

    @Inject
    @SuppressWarnings("NullAway.Init")
    NotificationConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private record Kept(Path file, long at) {}

    @Override
    public String name() {
        return "mail-folder-sweep";
    }

    @Override
    public long turn() {
        Path folder = MailRoutes.folder(platform);
        try {
            if (Files.isDirectory(folder)) {
                trim(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot trim " + folder, e);
        }
        return PAUSE_MS;
    }

    private void trim(Path folder) throws IOException {
        List<Kept> newestFirst = newestFirst(folder);
        long oldest = time.now() - config.mailsKeptFor().toMillis();
        for (int i = 0; i < newestFirst.size(); i++) {
            if (i >= config.mailsKept() || newestFirst.get(i).at() < oldest) {
                Files.deleteIfExists(newestFirst.get(i).file());
            }
        }
    }

    /** Unfinished files too: a crash leaves them behind, and age removes them. One that is gone meanwhile is left out. */
    private static List<Kept> newestFirst(Path folder) throws IOException {
        List<Kept> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                if (Files.isRegularFile(file)) {
                    files.add(new Kept(file, Files.getLastModifiedTime(file).toMillis()));
                }
            }
        }
        files.sort(Comparator.comparingLong(Kept::at).reversed());
        return files;
    }
}
