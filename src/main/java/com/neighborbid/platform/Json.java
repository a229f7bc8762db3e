package com.neighborbid.platform;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;

/**
 * JSON in and out. An answer's text is the same as JAX-RS writes: a record's components by name, an absent one (null)
 * left out unless it is marked {@code @JsonbNillable}. The static methods of {@code jakarta.json.Json} look for their
 * provider through every jar of the application at each call, which takes longer than a bid: here it is looked for once.
 */
public final class Json {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    /** The JSON text of a record, a list or a map. */
    public static String text(Object answer) {
        return Binding.JSONB.toJson(answer);
    }

    /** The JSON text of a string of any characters, with its quotes. */
    public static String quoted(String value) {
        return isPlain(value) ? '"' + value + '"' : PROVIDER.createValue(value).toString();
    }

    /**
     * The object that a JSON text stands for; see {@link #object(Reader)}.
     */
    public static JsonObject object(String text) {
        return object(new StringReader(text));
    }

    /**
     * The object that a JSON text (RFC 8259) stands for, all of it. No two readers can take it for different ones: no
     * name comes twice in an object.
     *
     * @throws JsonException when it is anything else, or nested deeper than any call of the house needs
     */
    public static JsonObject object(Reader text) {
        try (JsonParser parser = PROVIDER.createParser(text)) {
            return StrictJson.read(parser);
        } catch (JsonException refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            // The parser has several kinds, plain ones among them: of a depth, of an end, of a number's length.
            throw new JsonException("Not readable: " + unreadable.getMessage(), unreadable);
        }
    }

    /** An object to fill. */
    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** An object to fill, that begins with these values. */
    public static JsonObjectBuilder object(Map<String, Object> values) {
        return PROVIDER.createObjectBuilder(values);
    }

    /** An object to fill, that begins as this one. */
    public static JsonObjectBuilder object(JsonObject begun) {
        return PROVIDER.createObjectBuilder(begun);
    }

    /** A list to fill. */
    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Made when it is first used: reading and quoting need none. */
    private static final class Binding {
        static final Jsonb JSONB = JsonbBuilder.create();
    }
}
