package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path directory;

    @Test
    void findsALivingProcessByItsCommandLine() throws IOException {
        Process sleeper = new ProcessBuilder("sleep", "600.125").start();
        try {
            file().write(sleeper.pid());

            assertEquals(Optional.of(sleeper.pid()), file().living("600.125").map(ProcessHandle::pid));
            assertEquals(Optional.empty(), file().living("another house"), "an id that was used again");
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void findsNobodyWhenTheProcessIsGone() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        file().write(gone.pid());

        assertEquals(Optional.empty(), file().living(""));
    }

    @Test
    void aFileThatIsMissingOrNoNumberNamesNobody() throws IOException {
        assertEquals(Optional.empty(), file().living(""));
        assertEquals("", file().inWords());

        Files.writeString(directory.resolve("redis.pid"), "soon\n");

        assertEquals(Optional.empty(), file().living(""));
    }

    @Test
    void isPlainTextAndCanBeRemovedTwice() throws IOException {
        file().write(17);
        assertEquals("17\n", Files.readString(directory.resolve("redis.pid")));
        assertEquals(" (pid 17)", file().inWords());

        file().remove();
        file().remove();

        assertTrue(Files.notExists(directory.resolve("redis.pid")));
    }

    private PidFile file() {
        return new PidFile(directory.resolve("redis.pid"));
    }
}
