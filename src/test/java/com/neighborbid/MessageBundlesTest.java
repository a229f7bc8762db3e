package com.neighborbid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages' messages: the same keys and the same places to fill in, in both languages, for every key in use. */
class MessageBundlesTest {
    private static final Path SCRIPTS = Path.of("src", "main", "webapp", "js");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^ {2}'([^']+)': (['\"`])(.*)\\2,$");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern USE = Pattern.compile("\\bt\\('([a-zA-Z.]+)'[,)]");

    private final Map<String, String> korean = messages("ko");
    private final Map<String, String> english = messages("en");

    @Test
    void hasTheSameKeysInBothLanguages() {
        assertTrue(korean.size() > 100, "too few messages: is the file read aright?");
        assertEquals(korean.keySet(), english.keySet());
    }

    @Test
    void hasTheSamePlacesInBothLanguages() {
        Map<String, Set<String>> places = new TreeMap<>();
        english.forEach((key, text) -> places.put(key, places(text)));
        Map<String, Set<String>> expected = new TreeMap<>();
        korean.forEach((key, text) -> expected.put(key, places(text)));
        assertEquals(expected, places);
    }

    @Test
    void hasEveryKeyInUse() throws IOException {
        Set<String> unknown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            List<Path> scripts =
                    files.filter(file -> file.toString().endsWith(".js")).toList();
            for (Path script : scripts) {
                USE.matcher(Files.readString(script))
                        .results()
                        .map(use -> use.group(1))
                        .forEach(unknown::add);
            }
        }
        unknown.removeAll(korean.keySet());
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> messages(String language) {
        try {
            Map<String, String> messages = new TreeMap<>();
            MESSAGE.matcher(Files.readString(SCRIPTS.resolve("messages/" + language + ".js")))
                    .results()
                    .forEach(message -> messages.put(message.group(1), message.group(3)));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
