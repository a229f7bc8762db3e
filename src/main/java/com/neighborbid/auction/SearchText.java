package com.neighborbid.auction;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as it is searched: compatibility-normalised (NFKC), in lower case, single spaces. Its index are the pairs of
 * neighbouring characters of its words, the usual way for languages that do not part all words by spaces: any part of a
 * word from two characters on is found.
 *
 * @param pairs each once
 */
record SearchText(String text, Set<String> pairs) {
    static SearchText of(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
                .strip();
        Set<String> pairs = new LinkedHashSet<>();
        for (String word : text.split(" ", -1)) {
            addPairs(word, pairs);
        }
        return new SearchText(text, pairs);
    }

    /** The words that this asks for when it is a query. */
    List<String> words() {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static void addPairs(String word, Set<String> pairs) {
        int[] points = word.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
    }
}
