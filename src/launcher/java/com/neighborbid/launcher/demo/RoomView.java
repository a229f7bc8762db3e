package com.neighborbid.launcher.demo;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;

/**
 * What a member knows of a room from its frames. Amounts in the minor unit, {@code endsAt} in milliseconds since the
 * epoch by the server's clock.
 *
 * @param leader the leading paddle, 0 without a bid
 * @param paddle the member's own, 0 without one
 */
record RoomView(String state, long next, int leader, long endsAt, int paddle) {
    /** Before the first frame. */
    static final RoomView UNKNOWN = new RoomView("", 0, 0, 0, 0);

    /** The view after one more frame of the server's; frames that change nothing here leave it as it is. */
    RoomView after(JsonObject frame) {
        return switch (frame.getString("type", "")) {
            case "welcome" ->
                new RoomView(
                        frame.getString("state", ""),
                        number(frame, "next", 0),
                        (int) number(frame, "leader", 0),
                        number(frame, "endsAt", 0),
                        (int) number(frame, "paddle", 0));
            case "bid" -> afterBid(frame, frame);
            case "bids" -> {
                JsonArray bids = frame.getJsonArray("bids");
                yield bids.isEmpty() ? this : afterBid(frame, bids.getJsonObject(bids.size() - 1));
            }
            case "state" ->
                new RoomView(frame.getString("state", state), next, leader, number(frame, "endsAt", endsAt), paddle);
            case "closed" -> new RoomView("CLOSED", next, leader, endsAt, paddle);
            case "rejected" -> new RoomView(state, number(frame, "next", next), leader, endsAt, paddle);
            default -> this;
        };
    }

    boolean closed() {
        return state.equals("CLOSED");
    }

    boolean leading() {
        return paddle > 0 && leader == paddle;
    }

    private RoomView afterBid(JsonObject frame, JsonObject bid) {
        return new RoomView(
                state,
                number(frame, "next", next),
                (int) number(bid, "paddle", leader),
                number(frame, "endsAt", endsAt),
                paddle);
    }

    private static long number(JsonObject frame, String name, long otherwise) {
        return frame.get(name) instanceof JsonNumber number ? number.longValue() : otherwise;
    }
}
