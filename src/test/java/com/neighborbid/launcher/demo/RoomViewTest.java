package com.neighborbid.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoomViewTest {
    private static final String WELCOME = """
            {"type":"welcome","auction":"a","epoch":"1","seq":1,"recorded":1,"state":"OPEN","price":14000,"leader":7,
            "next":15000,"endsAt":1000,"now":10,"watching":2,"paddle":3,"limit":50000}""";

    private final RoomView welcomed = after(RoomView.UNKNOWN, WELCOME);

    @Test
    void beginsWithTheWelcome() {
        assertEquals(new RoomView("OPEN", 15_000, 7, 1000, 3), welcomed);
        assertFalse(welcomed.leading());
    }

    @Test
    void followsSingleBidsAndThoseOfABusyRoom() {
        RoomView one = after(
                welcomed,
                "{\"type\":\"bid\",\"seq\":2,\"amount\":15000,\"paddle\":3,\"at\":20,\"endsAt\":1100,\"next\":16000}");
        assertTrue(one.leading());
        assertEquals(16_000, one.next());

        RoomView more = after(
                one,
                "{\"type\":\"bids\",\"bids\":[{\"seq\":3,\"amount\":16000,\"paddle\":7,\"at\":30},"
                        + "{\"seq\":4,\"amount\":17000,\"paddle\":9,\"at\":31}],\"endsAt\":1200,\"next\":18000}");
        assertEquals(new RoomView("OPEN", 18_000, 9, 1200, 3), more);
    }

    @Test
    void learnsTheNextPriceFromARefusal() {
        RoomView refused = after(welcomed, "{\"type\":\"rejected\",\"ref\":\"a\",\"code\":\"TOO_LOW\",\"next\":19000}");

        assertEquals(19_000, refused.next());
    }

    @Test
    void endsWithTheHammer() {
        assertTrue(after(welcomed, "{\"type\":\"closed\",\"outcome\":\"SOLD\",\"seq\":1}")
                .closed());
    }

    private static RoomView after(RoomView view, String frame) {
        return view.after(JsonText.object(frame));
    }
}
