package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomKeysTest {
    @Test
    void keepsAllOfAnAuctionInTheSlotOfItsPartition() {
        RoomKeys room = RoomKeys.of(131, 64);
        String id = Ids.text(131);

        assertEquals(
                List.of("nb:{3}:auction:" + id, "nb:{3}:auction:" + id + ":log", "nb:{3}:outbox", "nb:{3}:closing"),
                room.keys());
        assertEquals("nb:{3}:events", room.channel());
        assertTrue(room.recoveryKeys().containsAll(room.keys()));
        assertEquals("nb:{3}:auction:" + id + ":reinstated", room.recoveryKeys().get(4));
        assertEquals("nb:{3}:auction:" + id + ":watching", room.presenceKeys().get(4));
    }
}
