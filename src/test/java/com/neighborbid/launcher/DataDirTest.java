package com.neighborbid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirTest {
    @TempDir
    private Path root;

    @Test
    void belongsToOneLauncherAtATime() {
        try (DataDir first = DataDir.take(root)) {
            first.pidFile(Part.LAUNCHER).write(17);

            LaunchFailure failure = assertThrows(LaunchFailure.class, () -> DataDir.take(root));

            assertTrue(failure.getMessage().contains("pid 17"), failure.getMessage());
        }
        DataDir.take(root).close();
    }

    @Test
    void secretsAreMadeOnceAndForTheirOwnerAlone() throws IOException {
        String redis = new Secrets(root).of("redis");

        assertEquals(redis, new Secrets(root).of("redis"));
        assertNotEquals(redis, new Secrets(root).of("broker"));
        assertTrue(redis.matches("[\\w-]{32}"), redis);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("secrets.properties"))));
    }
}
