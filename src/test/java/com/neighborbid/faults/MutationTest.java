package com.neighborbid.faults;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the mutations still find what they take out; that the harness catches them is seen by hand. */
class MutationTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Mutation.class)
    void compilesAndHasFaultsOfItsOwn(Mutation mutation) throws Exception {
        assertTrue(!mutation.faults().isEmpty());
        if (mutation.changesAFile()) {
            Path made = Files.createDirectory(directory.resolve("made"));
            assertDoesNotThrow(() -> mutation.make(made));
            try (Stream<Path> files = Files.walk(made)) {
                assertTrue(files.anyMatch(Files::isRegularFile));
            }
        }
    }
}
