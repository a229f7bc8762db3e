package com.neighborbid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts of logs: a single apostrophe in one with places to fill in is a quote to {@code MessageFormat}, which then fills none. */
class LogTextsTest {
    private static final Pattern CALL = Pattern.compile("\\.log\\(\\s*Level\\.\\w+,(.*?)\\);\\n", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    @Test
    void hasNoApostropheWhereSomethingIsFilledIn() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String sources : List.of("main", "launcher", "load", "faults")) {
            try (Stream<Path> files = Files.walk(Path.of("src", sources, "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    CALL.matcher(Files.readString(file))
                            .results()
                            .map(call -> text(call.group(1)))
                            .forEach(texts::add);
                }
            }
        }
        assertTrue(texts.size() > 50, "too few texts: are the calls read aright?");
        assertEquals(List.of(), texts.stream().filter(LogTextsTest::isQuoted).toList());
    }

    private static boolean isQuoted(String text) {
        return PLACE.matcher(text).find() && text.replace("''", "").contains("'");
    }

    /** What a call's literals say together. */
    private static String text(String arguments) {
        List<String> parts = TEXT.matcher(arguments)
                .results()
                .map((MatchResult part) -> part.group(1))
                .toList();
        return String.join("", parts);
    }
}
