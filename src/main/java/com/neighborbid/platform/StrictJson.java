package com.neighborbid.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.HashSet;
import java.util.Set;

/** One object, event by event: JSON-P alone takes a name that comes twice, and has no bound of its own on the depth. */
final class StrictJson {
    private static final int DEEPEST = 32;

    private StrictJson() {}

    /** The object that is all there is to read; other faults are thrown as the parser has them. */
    static JsonObject read(JsonParser parser) {
        if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
            throw new JsonException("Not an object");
        }
        JsonObject object = object(parser, 1);
        if (parser.hasNext()) {
            throw new JsonException("More follows the object");
        }
        return object;
    }

    private static JsonObject object(JsonParser parser, int depth) {
        JsonObjectBuilder object = Json.object();
        Set<String> names = new HashSet<>();
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            if (!names.add(name)) {
                throw new JsonException("A name comes twice");
            }
            object.add(name, value(parser, parser.next(), depth));
        }
        return object.build();
    }

    private static JsonArray array(JsonParser parser, int depth) {
        JsonArrayBuilder array = Json.array();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            array.add(value(parser, event, depth));
        }
        return array.build();
    }

    private static JsonValue value(JsonParser parser, Event event, int depth) {
        if (depth >= DEEPEST) {
            throw new JsonException("Nested too deep");
        }
        return switch (event) {
            case START_OBJECT -> object(parser, depth + 1);
            case START_ARRAY -> array(parser, depth + 1);
            default -> parser.getValue();
        };
    }
}
