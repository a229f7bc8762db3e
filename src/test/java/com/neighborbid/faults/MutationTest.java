package com.neighborbid.faults;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the mutations still find what they take out; that the harness catches them is seen by hand. */
class MutationTest {
    private static final long SEED = 5;

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

    @ParameterizedTest
    @EnumSource(value = Mutation.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void hasStepsThatTheHouseItselfMustSurvive(Mutation mutation) {
        List<String> survived = steps(Mutation.all(SEED));
        List<String> deadly = steps(mutation.plan(SEED));
        assertTrue(Collections.indexOfSubList(survived, deadly) >= 0, () -> deadly + " is not in " + survived);
    }

    @Test
    void isCaughtByWhatItBreaksAndWhatFollowsFromThatAlone() {
        Verdict verdict = new Verdict();
        assertFalse(Mutation.FSYNC.isSeenIn(verdict), "nothing was found");
        verdict.violated("12 a room showed two bids of one number");
        assertFalse(Mutation.FSYNC.isSeenIn(verdict), "what follows is no proof");
        verdict.violated("7 lost: a bid");
        assertTrue(Mutation.FSYNC.isSeenIn(verdict));
        verdict.violated("10 an auction is not settled");
        assertFalse(Mutation.FSYNC.isSeenIn(verdict), "something else is broken as well");
    }

    private static List<String> steps(Plan plan) {
        return plan.steps().stream().map(Plan.Step::toString).toList();
    }
}
