package com.neighborbid.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CommitLossTest {
    private final AtomicInteger toLose = new AtomicInteger(1);
    private final CommitLoss tap = new CommitLoss(toLose);

    @Test
    void breaksAtTheAnswerToACommitAndAtNoOther() {
        assertEquals(Tap.Verdict.PASS, look(message('T', "COMMIT"), message('C', "INSERT 0 1")));
        assertEquals(Tap.Verdict.BREAK, look(message('Z', "I"), message('C', "COMMIT")));
        assertEquals(0, toLose.get());
    }

    @Test
    void findsItInPiecesToo() {
        byte[] commit = message('C', "COMMIT");
        for (int i = 0; i < commit.length - 1; i++) {
            assertEquals(Tap.Verdict.PASS, look(new byte[] {commit[i]}));
        }
        assertEquals(Tap.Verdict.BREAK, look(new byte[] {commit[commit.length - 1]}));
    }

    @Test
    void losesNoMoreThanItWasAskedTo() {
        assertEquals(Tap.Verdict.BREAK, look(message('C', "COMMIT")));
        assertEquals(Tap.Verdict.PASS, look(message('C', "COMMIT")));
    }

    private Tap.Verdict look(byte[]... messages) {
        ByteBuffer all = ByteBuffer.allocate(1000);
        for (byte[] message : messages) {
            all.put(message);
        }
        return tap.look(all.array(), all.position());
    }

    private static byte[] message(char type, String text) {
        byte[] body = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) type)
                .putInt(4 + body.length)
                .put(body)
                .array();
    }
}
