package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.neighborbid.platform.Ids;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LobbyFrameTest {
    private static final int MOST = 200;

    @Test
    void readsAWatchWithEachAuctionOnceAndWithoutWhatIsNone() {
        String frame = "{\"type\":\"watch\",\"auctions\":[\"" + Ids.text(7) + "\",\"no auction\",\"" + Ids.text(9)
                + "\",\"" + Ids.text(7) + "\"]}";

        assertEquals(new LobbyFrame.Watch(Set.of(7L, 9L)), LobbyFrame.parse(frame, MOST));
    }

    @Test
    void readsAWatchOfNothing() {
        assertEquals(new LobbyFrame.Watch(Set.of()), LobbyFrame.parse("{\"type\":\"watch\",\"auctions\":[]}", MOST));
    }

    @Test
    void readsTheLongestListInAFrameThatIsNotTooLong() {
        String longest = watchOf(MOST);

        assertEquals(false, FrameSize.isTooLong(longest));
        assertInstanceOf(LobbyFrame.Watch.class, LobbyFrame.parse(longest, MOST));
        assertInstanceOf(LobbyFrame.Malformed.class, LobbyFrame.parse(watchOf(MOST + 1), MOST));
    }

    @Test
    void readsAPing() {
        assertEquals(new LobbyFrame.Ping("123"), LobbyFrame.parse("{\"type\":\"ping\",\"t\":123}", MOST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"watch\"",
                "{",
                "{}",
                "{\"type\":\"watch\"}",
                "{\"type\":\"watch\",\"auctions\":null}",
                "{\"type\":\"watch\",\"auctions\":\"0000000000007\"}",
                "{\"type\":\"watch\",\"auctions\":{\"0\":\"0000000000007\"}}",
                "{\"type\":\"watch\",\"auctions\":[7]}",
                "{\"type\":\"watch\",\"auctions\":[\"0000000000007\",null]}",
                "{\"type\":\"watch\",\"auctions\":[[\"0000000000007\"]]}",
                "{\"type\":\"watch\",\"auctions\":[]} and more",
                "{\"type\":[\"watch\"],\"auctions\":[]}",
                "{\"type\":\"WATCH\",\"auctions\":[]}",
                "{\"type\":\"ping\",\"t\":\"123\"}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":15000}"
            })
    void refusesAnythingElse(String text) {
        assertEquals(new LobbyFrame.Malformed(), LobbyFrame.parse(text, MOST));
    }

    private static String watchOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + Ids.text(i) + "\"")
                .collect(Collectors.joining(",", "{\"type\":\"watch\",\"auctions\":[", "]}"));
    }
}
