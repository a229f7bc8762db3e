package com.neighborbid.platform;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request, read strictly: an integer is an integer (no fraction, no text), a text has a length.
 * Every bad field is collected, and {@link #check} refuses them all at once; until then a bad field reads as a
 * placeholder. Fields that nobody asks for are ignored, so clients may send more than a server knows.
 */
public final class Input {
    private final JsonObject object;
    private final String prefix;
    private final List<FieldError> errors;

    Input(JsonObject object) {
        this(object, "", new ArrayList<>());
    }

    private Input(JsonObject object, String prefix, List<FieldError> errors) {
        this.object = object;
        this.prefix = prefix;
        this.errors = errors;
    }

    /** The object itself: its text is what an idempotency key is bound to. */
    public JsonObject json() {
        return object;
    }

    /** Whether the field is there and not null. */
    public boolean has(String field) {
        return value(field) != null;
    }

    /** A text of {@code least} to {@code most} characters after trimming; required. */
    public String text(String field, int least, int most) {
        return optionalText(field, least, most).orElseGet(() -> missing(field, ""));
    }

    /** As {@link #text}, or empty when it is not there. */
    public Optional<String> optionalText(String field, int least, int most) {
        JsonValue value = value(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString string)) {
            return Optional.of(refuse(field, "must be a text", ""));
        }
        String text = string.getString().strip();
        int length = text.codePointCount(0, text.length());
        if (!isStorable(text)) {
            return Optional.of(refuse(field, "must not contain a NUL or half a surrogate pair", ""));
        }
        if (length < least || length > most) {
            return Optional.of(refuse(field, "must have " + least + " to " + most + " characters", ""));
        }
        return Optional.of(text);
    }

    /** A text exactly as sent (a password): not trimmed; required. */
    public String secret(String field) {
        JsonValue value = value(field);
        if (value instanceof JsonString string && isStorable(string.getString())) {
            return string.getString();
        }
        return refuse(field, "must be a text", "");
    }

    /** An integer from {@code least} to {@code most}; required. */
    public long integer(String field, long least, long most) {
        OptionalLong value = optionalInteger(field, least, most);
        return value.isPresent() ? value.getAsLong() : missing(field, least);
    }

    /** As {@link #integer}, or empty when it is not there. */
    public OptionalLong optionalInteger(String field, long least, long most) {
        JsonValue value = value(field);
        if (value == null) {
            return OptionalLong.empty();
        }
        String message = "must be an integer from " + least + " to " + most;
        if (!(value instanceof JsonNumber number) || number.bigDecimalValue().precision() > 40) {
            return OptionalLong.of(refuse(field, message, least));
        }
        try {
            long integer = number.bigDecimalValue().longValueExact();
            return OptionalLong.of(integer >= least && integer <= most ? integer : refuse(field, message, least));
        } catch (ArithmeticException notAnInteger) {
            return OptionalLong.of(refuse(field, message, least));
        }
    }

    /** A number from {@code least} to {@code most}, for places on the map; required. */
    public double decimal(String field, double least, double most) {
        OptionalDouble value = optionalDecimal(field, least, most);
        return value.isPresent() ? value.getAsDouble() : missing(field, least);
    }

    /** As {@link #decimal}, or empty when it is not there. */
    public OptionalDouble optionalDecimal(String field, double least, double most) {
        JsonValue value = value(field);
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof JsonNumber number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return OptionalDouble.of(number.doubleValue());
        }
        return OptionalDouble.of(refuse(field, "must be a number from " + least + " to " + most, least));
    }

    /** The currency, or the house's own when none is named. */
    public Currency currency(String field) {
        JsonValue value = value(field);
        if (value == null) {
            return Currency.HOUSE;
        }
        Optional<Currency> currency =
                value instanceof JsonString string ? Currency.of(string.getString()) : Optional.empty();
        return currency.orElseGet(() -> refuse(field, "must be one of KRW, USD", Currency.HOUSE));
    }

    /** One of the values of an enum, written in lower case with underscores; required. */
    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        JsonValue value = value(field);
        for (E constant : type.getEnumConstants()) {
            if (value instanceof JsonString string
                    && constant.name().toLowerCase(Locale.ROOT).equals(string.getString())) {
                return constant;
            }
        }
        return refuse(field, "is not one of the choices", type.getEnumConstants()[0]);
    }

    /** An object inside this one, its errors named {@code field.inner}; or empty when it is not there. */
    public Optional<Input> object(String field) {
        JsonValue value = value(field);
        if (value == null) {
            return Optional.empty();
        }
        JsonObject inner = value instanceof JsonObject given
                ? given
                : refuse(field, "must be an object", JsonValue.EMPTY_JSON_OBJECT);
        return Optional.of(new Input(inner, prefix + field + ".", errors));
    }

    /** Notes a fault that only the caller can see, such as one field below another. */
    public void fault(String field, String message) {
        errors.add(new FieldError(prefix + field, message));
    }

    /** Whether nothing was wrong until now. */
    public boolean isGood() {
        return errors.isEmpty();
    }

    /** @throws RejectedException {@code INVALID} with every bad field, if there is any */
    public void check() {
        if (!errors.isEmpty()) {
            FieldError first = errors.get(0);
            throw new RejectedException(
                    CommonRejection.INVALID, first.field() + ": " + first.message(), errors, Map.of());
        }
    }

    /** UTF-8 cannot write half a surrogate pair, and PostgreSQL no NUL. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || point >= 0xD800 && point <= 0xDFFF);
    }

    private @Nullable JsonValue value(String field) {
        JsonValue value = object.get(field);
        return value == JsonValue.NULL ? null : value;
    }

    private <T> T missing(String field, T placeholder) {
        return refuse(field, "is required", placeholder);
    }

    private <T> T refuse(String field, String message, T placeholder) {
        fault(field, message);
        return placeholder;
    }
}
