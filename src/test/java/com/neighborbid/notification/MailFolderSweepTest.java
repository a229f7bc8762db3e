package com.neighborbid.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RedisAddress;
import com.neighborbid.platform.Time;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderSweepTest {
    private static final long NOW = 1_790_000_000_000L;

    @TempDir
    Path data;

    private final MailFolderSweep sweep = new MailFolderSweep();
    private Path folder;

    @BeforeEach
    void keepThreeForADay() {
        folder = data.resolve("mail");
        sweep.config = new NotificationConfig(
                URI.create("https://neighbours.example/"), NotificationFixture.from(), null, 3, Duration.ofDays(1));
        sweep.platform = new PlatformConfig(
                "n", Set.of(), data, "", "", "", RedisAddress.parse("redis://127.0.0.1"), 2, 100, Set.of(), true);
        sweep.time = new Time() {
            @Override
            public long now() {
                return NOW;
            }
        };
    }

    @Test
    void keepsTheNewest() throws IOException {
        for (int age = 0; age < 5; age++) {
            mail("m" + age + ".eml", age);
        }
        sweep.turn();
        assertEquals(List.of("m0.eml", "m1.eml", "m2.eml"), names());
    }

    @Test
    void removesWhatIsTooOld() throws IOException {
        mail("young.eml", Duration.ofDays(1).toMillis());
        mail("old.eml", Duration.ofDays(1).toMillis() + 1);
        mail("left behind.part", Duration.ofDays(2).toMillis());
        sweep.turn();
        assertEquals(List.of("young.eml"), names());
    }

    @Test
    void doesNotMindThatThereIsNoFolder() {
        sweep.turn();
        assertEquals(false, Files.exists(folder));
    }

    private void mail(String name, long ageMs) throws IOException {
        Files.createDirectories(folder);
        Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.fromMillis(NOW - ageMs));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
