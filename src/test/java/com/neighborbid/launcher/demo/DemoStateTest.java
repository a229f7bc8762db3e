package com.neighborbid.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStateTest {
    @TempDir
    private Path dataDir;

    @Test
    void comesBackAfterARestart() {
        DemoState before = new DemoState(dataDir);
        before.keepToken("a@neighborbid.example", "secret");
        before.keepAuction("mugs", "0123");

        DemoState after = new DemoState(dataDir);
        assertEquals("secret", after.token("a@neighborbid.example"));
        assertEquals("0123", after.auction("mugs"));
        assertNull(after.auction("lamp"));
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        new DemoState(dataDir).keepToken("a@neighborbid.example", "secret");

        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(dataDir.resolve("demo.json")));
    }

    @Test
    void forgetsATokenThatIsNoLongerGood() {
        DemoState state = new DemoState(dataDir);
        state.keepToken("a@neighborbid.example", "secret");
        state.forgetToken("a@neighborbid.example");

        assertNull(new DemoState(dataDir).token("a@neighborbid.example"));
    }

    @Test
    void beginsAnewWithAFileThatItCannotRead() throws IOException {
        Files.writeString(dataDir.resolve("demo.json"), "{\"tokens\": {");

        assertNull(new DemoState(dataDir).token("a@neighborbid.example"));
    }
}
