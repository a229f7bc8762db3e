package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Bodies of strangers: one JSON object or a refusal, and what a field is read as lies within its bounds. */
class BodyFuzzTest {
    private static final String FIELD = "a";
    private static final int LONGEST = 9;
    private static final List<Consumer<Input>> READERS = List.of(
            input -> input.text(FIELD, 1, LONGEST),
            input -> input.secret(FIELD),
            input -> input.integer(FIELD, 1, Money.MOST),
            input -> input.decimal(FIELD, -90, 90),
            input -> input.currency(FIELD),
            input -> input.choice(FIELD, Role.class),
            input -> input.object(FIELD).ifPresent(inner -> inner.text(FIELD, 0, 1)));

    @FuzzTest
    void readsOrRefusesAnyBody(byte[] body) {
        Input input;
        try {
            input = InputReader.parse(body);
        } catch (RejectedException refused) {
            assertEquals(CommonRejection.MALFORMED, refused.rejection());
            return;
        }
        JsonObject object = Json.object(new String(body, StandardCharsets.UTF_8));
        assertEquals(object, Json.object(object.toString()));
        for (Consumer<Input> reader : READERS) {
            verifyRefusal(InputReader.parse(body), reader);
        }
        String text = InputReader.parse(body).optionalText(FIELD, 1, LONGEST).orElse("");
        assertTrue(text.codePointCount(0, text.length()) <= LONGEST && text.indexOf(0) < 0, text);
        long amount = InputReader.parse(body).integer(FIELD, 1, Money.MOST);
        assertTrue(amount >= 1 && amount <= Money.MOST, () -> "amount " + amount);
        double degrees = input.decimal(FIELD, -90, 90);
        assertTrue(degrees >= -90 && degrees <= 90, () -> "degrees " + degrees);
    }

    private static void verifyRefusal(Input input, Consumer<Input> reader) {
        reader.accept(input);
        try {
            input.check();
        } catch (RejectedException refused) {
            assertEquals(CommonRejection.INVALID, refused.rejection());
            assertTrue(refused.problem().json().contains(FIELD));
        }
    }
}
