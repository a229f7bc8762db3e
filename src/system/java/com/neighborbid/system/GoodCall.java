package com.neighborbid.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A call of the contract with a body that is as it should be, to be spoiled.
 *
 * @param numbers the fields that are numbers; all others are texts
 */
record GoodCall(String method, String path, JsonObject body, List<String> numbers) {
    byte[] bytes() {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The body with another value of a field, which need not be JSON that a program would write. */
    String with(String field, String value) {
        String marked = Json.createObjectBuilder(body).add(field, "@@").build().toString();
        return marked.replace("\"@@\"", value);
    }

    String without(String field) {
        return Json.createObjectBuilder(body).remove(field).build().toString();
    }

    /** An object of names and values in turn: texts, numbers. */
    static JsonObject object(Object... fields) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            String name = fields[i].toString();
            if (fields[i + 1] instanceof String text) {
                object.add(name, text);
            } else if (fields[i + 1] instanceof Double number) {
                object.add(name, number);
            } else {
                object.add(name, ((Number) fields[i + 1]).longValue());
            }
        }
        return object.build();
    }
}
