package com.neighborbid.load;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;

/** An HTTP answer of the contract: to which call, the status, and the body where it is a JSON object (else empty). */
public record Answer(String call, int status, JsonObject body) {
    /** The problem's stable code, or empty where there is none. */
    public String code() {
        return body.getString("code", "");
    }

    /**
     * The body of an answer with one of these statuses.
     *
     * @throws ContractException for any other answer
     */
    public JsonObject expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new ContractException(
                    call + ": expected " + Arrays.toString(statuses) + " and got " + status + " " + body);
        }
        return body;
    }

    /** A whole number of the body, 0 where it is missing. */
    public long number(String field) {
        return number(body, field);
    }

    static long number(JsonObject object, String field) {
        return object.containsKey(field) && object.get(field).getValueType() == JsonValue.ValueType.NUMBER
                ? object.getJsonNumber(field).longValueExact()
                : 0;
    }
}
