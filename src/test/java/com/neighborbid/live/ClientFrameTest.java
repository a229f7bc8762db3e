package com.neighborbid.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":15000}",
                " { \"amount\" : 15000 , \"ref\" : \"a1\" , \"type\" : \"bid\" } ",
                "{\"type\":\"bid\",\"ref\":\"\\u00611\",\"amount\":15000}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":15000,\"note\":{\"a\":[1]}}",
                "{\"type\":\"bid\",\"max\":7,\"ref\":\"a1\",\"amount\":15000}"
            })
    void readsOneBidHoweverItIsWritten(String text) {
        assertEquals(new ClientFrame.Bid("a1", false, 15_000L), ClientFrame.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"proxy\",\"ref\":\"a2\",\"max\":0}",
                "{\"max\":0,\"type\":\"proxy\",\"ref\":\"a2\"}",
                "{\"type\":\"proxy\",\"ref\":\"a2\",\"max\":-0}"
            })
    void readsAMaximumTakenBack(String text) {
        assertEquals(new ClientFrame.Bid("a2", true, 0L), ClientFrame.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"bid\",\"ref\":\"a1\"}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"max\":15000}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":-1}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":9007199254740992}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":99999999999999999999999}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":1.5}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":15000.0}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":1.5e4}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":\"15000\"}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":null}"
            })
    void knowsTheRefOfABidWithoutAGoodNumber(String text) {
        assertEquals(new ClientFrame.Bid("a1", false, null), ClientFrame.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "bid",
                "{\"type\":\"proxy\",\"type\":\"bid\",\"ref\":\"a1\",\"amount\":15000}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":15000,\"amount\":16000}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":15000}}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":15000,}",
                "{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":015}",
                "{\"type\":\"bid\",\"ref\":\"\",\"amount\":15000}",
                "{\"type\":\"bid\",\"ref\":7,\"amount\":15000}",
                "{\"type\":\"bid\",\"amount\":15000}",
                "{\"type\":\"bid\",\"ref\":\"12345678901234567890123456789012345678901\",\"amount\":15000}"
            })
    void findsNoBidInWhatIsNone(String text) {
        assertEquals(new ClientFrame.Malformed(null), ClientFrame.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740991", "999999999999999", "1000000000000000", "1", "0"})
    void readsEveryNumberThatABidMayHave(String number) {
        assertEquals(
                new ClientFrame.Bid("~ !", false, Long.valueOf(number)),
                ClientFrame.parse("{\"type\":\"bid\",\"ref\":\"~ !\",\"amount\":" + number + "}"));
    }
}
