package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"{}", " {\"a\":1} \n", "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]}}"})
    void readsAnObject(String text) {
        assertDoesNotThrow(() -> Json.object(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"{}\"",
                "[]",
                "[{}]",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1}}",
                "{\"a\":1}{\"a\":2}",
                "{\"a\":1} x",
                "{\"a\":1,\"a\":2}",
                "{\"b\":{\"a\":1,\"a\":1}}",
                "\u0000{}",
                "\uFEFF{}",
                "{\"a\":\"\n\"}"
            })
    void refusesAnythingElse(String text) {
        assertThrows(JsonException.class, () -> Json.object(text));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        String text = "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        assertThrows(JsonException.class, () -> Json.object(text));
    }
}
