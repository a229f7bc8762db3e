package com.neighborbid.load;

import jakarta.json.JsonObject;

/** One bid as the house shows it and has it in PostgreSQL: minor units, milliseconds since the epoch. */
public record RecordedBid(long seq, long amount, int paddle, long at, boolean proxy) {
    static RecordedBid of(JsonObject json) {
        return new RecordedBid(
                Answer.number(json, "seq"),
                Answer.number(json, "amount"),
                (int) Answer.number(json, "paddle"),
                Answer.number(json, "at"),
                json.getBoolean("proxy", false));
    }
}
