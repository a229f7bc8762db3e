package com.neighborbid.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A member's seat in an auction's room: connecting, then open, then lost for good. It writes down what it hears on the
 * client's threads, and is asked from the demo's.
 */
final class Room implements WebSocket.Listener {
    private static final int POLICY = 1008;
    private static final int UNAUTHENTICATED = 401;

    private final StringBuilder text = new StringBuilder();
    private volatile RoomView view = RoomView.UNKNOWN;
    private volatile @Nullable WebSocket socket;
    private volatile boolean lost;
    private volatile boolean unwelcome;
    private volatile boolean left;
    private long refs;

    private Room() {}

    /** Takes a seat; the welcome comes later. */
    static Room enter(HouseClient house, String auction, String token) {
        Room room = new Room();
        house.enter(auction, token, room).whenComplete((opened, failure) -> {
            if (failure != null) {
                room.failed(failure);
            }
        });
        return room;
    }

    RoomView view() {
        return view;
    }

    /** Whether the connection ended, or never came about. */
    boolean lost() {
        return lost;
    }

    /** Whether the house refused the session. */
    boolean unwelcome() {
        return unwelcome;
    }

    /** Bids exactly this amount. */
    void bid(long amount) {
        send(Json.createObjectBuilder()
                .add("type", "bid")
                .add("ref", ref())
                .add("amount", amount)
                .build());
    }

    /** Leaves a maximum. */
    void bidUpTo(long max) {
        send(Json.createObjectBuilder()
                .add("type", "proxy")
                .add("ref", ref())
                .add("max", max)
                .build());
    }

    void say(String line) {
        send(Json.createObjectBuilder()
                .add("type", "chat")
                .add("ref", ref())
                .add("text", line)
                .build());
    }

    /** Gives the seat up. */
    void leave() {
        left = true;
        lost = true;
        WebSocket open = socket;
        if (open != null) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((sent, failure) -> open.abort());
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (left) {
            opened.abort();
        }
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            hear(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        unwelcome = code == POLICY;
        lost = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        lost = true;
    }

    private void hear(String frame) {
        try {
            view = view.after(JsonText.object(frame));
        } catch (JsonException notUnderstood) {
            // Not the contract's: a room that cannot be read is left, and entered anew.
            leave();
        }
    }

    private void failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        unwelcome = cause instanceof WebSocketHandshakeException refused
                && refused.getResponse().statusCode() == UNAUTHENTICATED;
        lost = true;
    }

    private void send(JsonObject frame) {
        WebSocket open = socket;
        if (open != null && !lost) {
            open.sendText(frame.toString(), true).whenComplete((sent, failure) -> lost |= failure != null);
        }
    }

    /** Never used before by this paddle, not in an earlier seat either. */
    private String ref() {
        return Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-" + ++refs;
    }
}
