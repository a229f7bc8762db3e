package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Ids, limits and cursors of strangers: an id has one text, and a page its bounds. */
class PageFuzzTest {
    @FuzzTest
    void readsOrRefusesAnyIdAndLimit(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        OptionalLong id = Ids.parse(text);
        if (id.isPresent()) {
            assertTrue(id.getAsLong() >= 0, text);
            assertEquals(text, Ids.text(id.getAsLong()));
            assertEquals(id.getAsLong(), Page.belowId(text));
        }
        try {
            int limit = Page.limit(text);
            assertTrue(limit >= 1 && limit <= Page.MOST, text);
        } catch (RejectedException refused) {
            assertEquals(CommonRejection.INVALID, refused.rejection());
        }
    }
}
