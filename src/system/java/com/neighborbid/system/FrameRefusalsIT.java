package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.load.ContractClient;
import com.neighborbid.load.NewAuction;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of wrong frame at every socket: each is answered as the contract has it, the socket stays, nothing changes. */
@ExtendWith(RunningHouse.class)
class FrameRefusalsIT {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final int TOO_BIG = 1009;
    private static final int POLICY = 1008;

    /** Frames from which no ref can be read. */
    private static final List<String> UNREADABLE = List.of(
            "",
            " ",
            "null",
            "1",
            "[]",
            "[{}]",
            "\"bid\"",
            "{",
            "{}",
            "{} x",
            "{}{}",
            "\u0000",
            "{\"type\":null}",
            "{\"type\":[\"bid\"]}",
            "{\"type\":\"BID\"}",
            "{\"type\":\"welcome\"}",
            "{\"type\":\"bid\",\"amount\":5000}",
            "{\"type\":\"bid\",\"ref\":null,\"amount\":5000}",
            "{\"type\":\"bid\",\"ref\":1,\"amount\":5000}",
            "{\"type\":\"bid\",\"ref\":\"\",\"amount\":5000}",
            "{\"type\":\"bid\",\"ref\":\"\\u0000\",\"amount\":5000}",
            "{\"type\":\"bid\",\"ref\":\"\\ud800\",\"amount\":5000}",
            "{\"type\":\"bid\",\"ref\":\"" + "r".repeat(41) + "\",\"amount\":5000}",
            "{\"type\":\"bid\",\"ref\":\"a\",\"ref\":\"b\",\"amount\":5000}",
            "{\"type\":\"bid\",\"ref\":\"a\",\"amount\":5000,\"amount\":6000}",
            "{\"type\":\"ping\"}",
            "{\"type\":\"ping\",\"t\":\"1\"}",
            "{\"type\":\"ping\",\"t\":" + "9".repeat(31) + "}",
            "{\"type\":\"chat\"}",
            "{\"type\":\"chat\",\"text\":1}",
            "{\"type\":\"chat\",\"text\":\" \"}",
            "{\"type\":\"chat\",\"text\":\"" + "x".repeat(501) + "\"}",
            "{\"type\":\"watch\"}",
            "{\"type\":\"watch\",\"auctions\":{}}",
            "{\"type\":\"watch\",\"auctions\":[null]}",
            "{\"a\":" + "[".repeat(1_500) + "]".repeat(1_500) + "}");

    /** What is no amount and no maximum. */
    private static final List<String> NO_VALUES = List.of(
            "null",
            "true",
            "\"5000\"",
            "[5000]",
            "{}",
            "-1",
            "1.5",
            "5e3",
            "1e999999999",
            "9007199254740992",
            "99999999999999999999999",
            "9".repeat(2_000));

    /** What comes without being asked for. */
    private static final List<String> FROM_THE_HOUSE = List.of("welcome", "watching", "state");

    private URI house;
    private ContractClient mina;
    private String auction;

    @BeforeEach
    void arrive(URI running) {
        house = running;
        ContractClient visitor = ContractClient.visiting(house);
        ContractClient seller = Members.join(visitor, "seller");
        mina = Members.join(visitor, "mina");
        mina.topUp(100_000, "KRW");
        auction = seller.offer(new NewAuction(
                "Bicycle", seller.anyCategory(), "KRW", 1_000, 100, 0, System.currentTimeMillis() + HOUR, 0));
        mina.paddle(auction, 50_000);
    }

    @Test
    void answersEachWithAnErrorAndGoesOn() {
        for (String path : List.of("/ws/auctions/" + auction, "/ws/feed", "/ws/me")) {
            int t = 0;
            for (List<String> frames : batches()) {
                try (TextSocket socket = open(path)) {
                    for (String frame : frames) {
                        socket.send(frame);
                        assertError("MALFORMED", frame, socket.untilPong(++t));
                    }
                    socket.sendBinary(new byte[] {'{', '}'});
                    assertError("MALFORMED", "binary", socket.untilPong(++t));
                    socket.send("{\"type\":\"chat\",\"text\":\"" + "가".repeat(1_400) + "\"}");
                    assertError("TOO_LARGE", "5 KB", socket.untilPong(++t));
                    socket.sendInPieces("x".repeat(60_000), 1_000);
                    assertError("TOO_LARGE", "60 KB in pieces", socket.untilPong(++t));
                }
            }
        }
        assertNoBid();
    }

    @Test
    void answersABidWhoseRefCanBeReadByItsRef() {
        try (TextSocket room = open("/ws/auctions/" + auction)) {
            int number = 0;
            for (String type : List.of("amount", "max")) {
                for (String value : NO_VALUES) {
                    String ref = "r" + ++number;
                    String kind = type.equals("max") ? "proxy" : "bid";
                    room.send("{\"type\":\"" + kind + "\",\"ref\":\"" + ref + "\",\"" + type + "\":" + value + "}");
                    // A number that is longer than any can be makes the frame itself unreadable.
                    JsonObject answer = room.await(frame -> !FROM_THE_HOUSE.contains(frame.getString("type")))
                            .frame();
                    assertEquals("MALFORMED", answer.getString("code"), value);
                    assertEquals(value.length() > 1_000 ? "" : ref, answer.getString("ref", ""), value);
                }
            }
        }
        assertNoBid();
    }

    @Test
    void aPieceWiseFrameIsOneFrame() {
        try (TextSocket room = open("/ws/auctions/" + auction)) {
            room.awaitType("welcome");
            room.sendInPieces("{\"type\":\"bid\",\"ref\":\"a1\",\"amount\":1000}", 3);
            assertEquals("a1", room.awaitType("accepted").getString("ref"));
        }
    }

    @Test
    void closesWhatIsFarTooLongOrGoesOnAndOn() {
        for (String path : List.of("/ws/auctions/" + auction, "/ws/feed", "/ws/me")) {
            try (TextSocket socket = open(path)) {
                socket.send("x".repeat(70_000));
                assertEquals(TOO_BIG, socket.closeCode(), path);
            }
            try (TextSocket socket = open(path)) {
                for (int i = 0; i <= 50; i++) {
                    socket.send("{}");
                }
                assertEquals(POLICY, socket.closeCode(), path);
            }
        }
    }

    private static List<List<String>> batches() {
        int half = UNREADABLE.size() / 2;
        return List.of(UNREADABLE.subList(0, half), UNREADABLE.subList(half, UNREADABLE.size()));
    }

    private static void assertError(String code, String sent, List<TextSocket.Arrival> answers) {
        List<String> codes = answers.stream()
                .filter(answer -> !FROM_THE_HOUSE.contains(answer.type()))
                .map(answer -> answer.type() + " " + answer.frame().getString("code", ""))
                .toList();
        assertEquals(List.of("error " + code), codes, sent);
    }

    private void assertNoBid() {
        assertEquals(0, mina.auction(auction).getInt("bidCount"));
        assertEquals(50_000, mina.wallet("KRW").getInt("held"));
    }

    private TextSocket open(String path) {
        URI address = URI.create("ws://" + house.getHost() + ":" + house.getPort() + path);
        return TextSocket.open(address, "Authorization", "Bearer " + mina.token());
    }
}
