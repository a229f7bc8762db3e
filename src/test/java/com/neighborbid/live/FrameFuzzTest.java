package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.neighborbid.bidding.BidInput;
import com.neighborbid.bidding.PlaceBid;
import com.neighborbid.platform.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Frames of strangers: each is read or refused, and the short way to read a bid finds what the long one does. */
class FrameFuzzTest {
    private static final int AUCTIONS_MOST = 3;

    @FuzzTest
    void readsOrRefusesAnyFrame(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        ClientFrame.Bid plain = PlainBid.read(text);
        if (plain != null) {
            verifyPlain(plain, Json.object(text));
        }
        ClientFrame frame = ClientFrame.parse(text);
        if (frame instanceof ClientFrame.Bid bid) {
            verify(bid);
        } else if (frame instanceof ClientFrame.Chat chat) {
            int length = chat.text().codePointCount(0, chat.text().length());
            assertTrue(length >= 1 && length <= ClientFrame.LONGEST_CHAT, chat::text);
        } else if (frame instanceof ClientFrame.Ping ping) {
            assertTrue(Json.object("{\"t\":" + ping.t() + "}").containsKey("t"), ping::t);
        }
        if (LobbyFrame.parse(text, AUCTIONS_MOST) instanceof LobbyFrame.Watch watch) {
            assertTrue(watch.auctions().size() <= AUCTIONS_MOST, text);
        }
    }

    private static void verify(ClientFrame.Bid bid) {
        int length = bid.ref().codePointCount(0, bid.ref().length());
        assertTrue(length >= 1 && length <= PlaceBid.LONGEST_REF, bid::ref);
        assertEquals(bid.value() != null, bid.command(1, 2).isPresent());
        assertTrue(bid.value() == null || bid.value() >= 0 && bid.value() <= PlaceBid.HIGHEST, bid::toString);
    }

    private static void verifyPlain(ClientFrame.Bid plain, JsonObject object) {
        assertEquals(plain.maximum() ? "proxy" : "bid", object.getString("type"));
        assertEquals(Optional.of(plain.ref()), BidInput.ref(object));
        assertEquals(Optional.ofNullable(plain.value()), BidInput.value(object, plain.maximum()));
    }
}
