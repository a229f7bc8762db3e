package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.CloseReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {
    private static final int PORTION = 3;

    private final Audience audience = new Audience(PORTION);

    @Test
    void showsASmallRoomEverythingAtOnce() {
        List<List<String>> seen = enter(PORTION);
        audience.show(new Frame("a"));
        assertFalse(audience.isShowing());
        assertEquals(List.of(List.of("a"), List.of("a"), List.of("a")), seen);
    }

    @Test
    void goesOnWhereItLeftOffInOrder() {
        List<List<String>> seen = enter(7);
        audience.show(new Frame("a"));
        audience.show(new Frame("b"));
        assertEquals(List.of("a"), seen.get(2));
        assertEquals(List.of(), seen.get(3));
        int turns = 0;
        while (audience.isShowing()) {
            audience.goOn();
            turns++;
        }
        assertEquals(5, turns);
        seen.forEach(frames -> assertEquals(List.of("a", "b"), frames));
    }

    @Test
    void sparesWhoeverCameInBetween() {
        List<List<String>> seen = enter(7);
        audience.show(new Frame("a"));
        List<List<String>> late = enter(1);
        audience.show(new Frame("b"));
        while (audience.isShowing()) {
            audience.goOn();
        }
        assertEquals(List.of("a", "b"), seen.get(6));
        assertEquals(List.of("b"), late.get(0));
    }

    @Test
    void forgetsWhoeverWent() {
        List<String> frames = new ArrayList<>();
        Watcher watcher = watcher(frames);
        audience.add(watcher);
        audience.remove(watcher);
        audience.show(new Frame("a"));
        assertEquals(0, audience.size());
        assertTrue(frames.isEmpty());
        assertFalse(audience.isShowing());
    }

    private List<List<String>> enter(int count) {
        List<List<String>> seen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> frames = new ArrayList<>();
            seen.add(frames);
            audience.add(watcher(frames));
        }
        return seen;
    }

    private static Watcher watcher(List<String> frames) {
        Outlet outlet = new Outlet() {
            @Override
            public void send(Frame frame) {
                frames.addAll(frame.texts());
            }

            @Override
            public void ping(byte[] data) {}

            @Override
            public void close(CloseReason reason) {}
        };
        return new Watcher("w", null, new SendQueue(outlet, 1_000_000), 0);
    }
}
