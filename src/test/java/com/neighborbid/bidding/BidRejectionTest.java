package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BidRejectionTest {
    /** Refused before Redis is asked. */
    private static final Set<String> OF_JAVA = Set.of("MALFORMED", "RATE_LIMITED");

    @Test
    void pairsWithTheCodesOfTheFunctionLibrary() {
        Set<String> expected = Arrays.stream(BidRejection.values())
                .map(Enum::name)
                .filter(code -> !OF_JAVA.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(expected, found("(?m)^  ([A-Z_]+) = '\\1',$"));
    }

    @Test
    void everyCodeThatTheFunctionLibraryDeclaresIsGiven() {
        assertEquals(found("(?m)^  ([A-Z_]+) = '\\1',$"), found("REFUSAL\\.([A-Z_]+)"));
    }

    @Test
    void onlyWhatCannotBeReadIsABadRequest() {
        for (BidRejection rejection : BidRejection.values()) {
            assertEquals(rejection == BidRejection.MALFORMED ? 400 : 409, rejection.status());
            assertTrue(!rejection.title().isBlank());
        }
    }

    private static Set<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(BidLibrary.source())
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
