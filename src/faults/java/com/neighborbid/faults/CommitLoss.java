package com.neighborbid.faults;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loses PostgreSQL's answer to a COMMIT: the transaction is done, and whoever asked for it sees the connection break. Reads
 * the server's messages (PostgreSQL's protocol 3: a type, a length, a body), of which every connection has its own.
 */
final class CommitLoss implements Tap {
    private static final byte COMMAND_COMPLETE = 'C';
    private static final int HEAD = 5;
    private static final String COMMIT = "COMMIT";

    private final AtomicInteger toLose;
    private final StringBuilder tag = new StringBuilder();
    private int headRead;
    private byte type;
    private int left;

    /** @param toLose how many answers are still to be lost, of all connections that share it */
    CommitLoss(AtomicInteger toLose) {
        this.toLose = toLose;
    }

    @Override
    public Verdict look(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (take(bytes[i]) && tag.indexOf(COMMIT) == 0 && loses()) {
                return Verdict.BREAK;
            }
        }
        return Verdict.PASS;
    }

    private boolean loses() {
        return toLose.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    /** Whether this byte is the last of a command's completion. */
    private boolean take(byte next) {
        if (headRead == 0) {
            type = next;
            left = 0;
            tag.setLength(0);
            headRead = 1;
            return false;
        }
        if (headRead < HEAD) {
            left = left << Byte.SIZE | next & 0xff;
            if (++headRead == HEAD) {
                left -= Integer.BYTES;
            }
        } else {
            left--;
            if (type == COMMAND_COMPLETE) {
                tag.append((char) next);
            }
        }
        boolean whole = headRead == HEAD && left == 0;
        if (whole) {
            headRead = 0;
        }
        return whole && type == COMMAND_COMPLETE;
    }
}
