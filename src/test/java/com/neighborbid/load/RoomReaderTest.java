package com.neighborbid.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomReaderTest {
    private final List<String> heard = new ArrayList<>();

    private final RoomEvents ear = new RoomEvents() {
        @Override
        public void welcome(Welcome welcome) {
            heard.add(welcome.toString());
        }

        @Override
        public void bids(BidFrame frame) {
            heard.add(Arrays.toString(frame.seqs()) + Arrays.toString(frame.amounts()) + frame.next());
        }

        @Override
        public void accepted(String ref, long seq, boolean leading) {
            heard.add("accepted " + ref + " " + seq + " " + leading);
        }

        @Override
        public void rejected(String ref, String code, long next) {
            heard.add("rejected " + ref + " " + code + " " + next);
        }

        @Override
        public void recorded(long seq) {
            heard.add("recorded " + seq);
        }

        @Override
        public void ended(String outcome, long seq, long price, int paddle) {
            heard.add("closed " + outcome + " " + seq + " " + price + " " + paddle);
        }
    };

    @Test
    void readsEveryFrameThatCounts() {
        RoomReader reader = new RoomReader(ear, null);
        read(reader, """
                {"type":"welcome","auction":"a","epoch":"7","seq":41,"recorded":40,"state":"OPEN","price":14000,
                 "leader":7,"next":15000,"more":{"x":["}"]},"resync":true}""");
        read(reader, "{\"type\":\"bid\",\"seq\":42,\"amount\":15000,\"paddle\":3,\"at\":5,\"next\":16000}");
        read(reader, """
                {"type":"bids","bids":[{"seq":43,"amount":16000,"paddle":7,"at":6,"proxy":true},
                 {"seq":44,"amount":17000,"paddle":3,"at":6}],"endsAt":9,"next":18000}""");
        read(reader, "{\"type\":\"accepted\",\"ref\":\"a\\\"1\",\"seq\":42,\"leading\":true}");
        read(reader, "{ \"ref\" : \"a2\", \"type\" : \"rejected\", \"code\" : \"TOO_LOW\", \"next\" : 16000 }");
        read(reader, "{\"type\":\"recorded\",\"seq\":42,\"head\":\"ff\"}");
        read(reader, "{\"type\":\"watching\",\"count\":12}");
        read(reader, "{\"type\":\"closed\",\"outcome\":\"NO_BIDS\",\"seq\":0}");
        assertEquals(
                List.of(
                        new RoomEvents.Welcome("7", 41, 40, "OPEN", 14000, 15000, true).toString(),
                        "[42][15000]16000",
                        "[43, 44][16000, 17000]18000",
                        "accepted a\"1 42 true",
                        "rejected a2 TOO_LOW 16000",
                        "recorded 42",
                        "closed NO_BIDS 0 0 0"),
                heard);
    }

    @Test
    void hearsTheSameWithAMemo() {
        FrameMemo memo = new FrameMemo();
        RoomReader first = new RoomReader(ear, memo);
        RoomReader second = new RoomReader(ear, memo);
        for (RoomReader reader : List.of(first, second, new RoomReader(ear, memo))) {
            for (int seq = 1; seq <= 100; seq++) {
                read(reader, "{\"type\":\"bid\",\"seq\":" + seq + ",\"amount\":" + 10 * seq + ",\"next\":1}");
            }
        }
        read(second, "{\"type\":\"bid\",\"seq\":101,\"amount\":1010,\"next\":2}");
        read(first, "{\"type\":\"bid\",\"seq\":101,\"amount\":9999,\"next\":3}");
        assertEquals("[7][70]1", heard.get(106));
        assertEquals(List.of("[101][1010]2", "[101][9999]3"), heard.subList(300, 302));
    }

    private static void read(RoomReader reader, String json) {
        byte[] bytes = ("##" + json).getBytes(StandardCharsets.UTF_8);
        reader.read(bytes, 2, bytes.length - 2);
    }
}
