package com.neighborbid.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns one socket's text frames into {@link RoomEvents}. Unknown types and fields are left alone, as they must be. */
public final class RoomReader {
    private static final byte[] BID_PREFIX = "{\"type\":\"bid".getBytes(StandardCharsets.US_ASCII);

    private final RoomEvents events;
    private final @Nullable FrameMemo memo;
    private final JsonScan scan = new JsonScan();
    private long nextNumber;

    /** A reader that shares what it has parsed with the other sockets of the room, or, with null, does not. */
    public RoomReader(RoomEvents events, @Nullable FrameMemo memo) {
        this.events = events;
        this.memo = memo;
    }

    /** Reads one frame and tells the events of it. */
    public void read(byte[] bytes, int from, int length) {
        BidFrame known = known(bytes, from, length);
        if (known != null) {
            nextNumber++;
            events.bids(known);
            return;
        }
        switch (type(bytes, from)) {
            case "bid" -> bids(bytes, from, length, 1);
            case "bids" -> bids(bytes, from, length, 16);
            case "accepted", "rejected" -> decision(bytes, from);
            case "recorded" -> recorded(bytes, from);
            case "welcome" -> welcome(bytes, from);
            case "closed" -> ended(bytes, from);
            case "error" -> error(bytes, from);
            default -> {} // chat, watching, state, pong: nothing that this client counts
        }
    }

    private @Nullable BidFrame known(byte[] bytes, int from, int length) {
        boolean bid = length > BID_PREFIX.length
                && Arrays.equals(BID_PREFIX, 0, BID_PREFIX.length, bytes, from, from + BID_PREFIX.length);
        return bid && memo != null ? memo.same(nextNumber, bytes, from, length) : null;
    }

    private String type(byte[] bytes, int from) {
        scan.over(bytes, from);
        while (scan.nextField()) {
            if (scan.keyIs("type")) {
                return scan.text();
            }
        }
        return "";
    }

    private void bids(byte[] bytes, int from, int length, int expected) {
        Bids bids = new Bids(expected);
        scan.over(bytes, from);
        bids.readFields();
        if (bids.count == 0) {
            bids.add();
        }
        byte[] raw = memo == null ? new byte[0] : Arrays.copyOfRange(bytes, from, from + length);
        BidFrame frame = bids.frame(raw);
        if (memo != null) {
            nextNumber = memo.keep(frame) + 1;
        }
        events.bids(frame);
    }

    private void decision(byte[] bytes, int from) {
        boolean accepted = false;
        boolean leading = false;
        String ref = "";
        String code = "";
        long number = 0;
        scan.over(bytes, from);
        while (scan.nextField()) {
            if (scan.keyIs("type")) {
                accepted = scan.textIs("accepted");
            } else if (scan.keyIs("ref")) {
                ref = scan.text();
            } else if (scan.keyIs("code")) {
                code = scan.text();
            } else if (scan.keyIs("seq") || scan.keyIs("next")) {
                number = scan.number();
            } else if (scan.keyIs("leading")) {
                leading = scan.flag();
            }
        }
        if (accepted) {
            events.accepted(ref, number, leading);
        } else {
            events.rejected(ref, code, number);
        }
    }

    private void recorded(byte[] bytes, int from) {
        scan.over(bytes, from);
        while (scan.nextField()) {
            if (scan.keyIs("seq")) {
                events.recorded(scan.number());
            }
        }
    }

    private void welcome(byte[] bytes, int from) {
        String epoch = "";
        String state = "";
        long[] numbers = new long[4];
        boolean resync = false;
        scan.over(bytes, from);
        while (scan.nextField()) {
            if (scan.keyIs("epoch")) {
                epoch = scan.text();
            } else if (scan.keyIs("state")) {
                state = scan.text();
            } else if (scan.keyIs("seq")) {
                numbers[0] = scan.number();
            } else if (scan.keyIs("recorded")) {
                numbers[1] = scan.number();
            } else if (scan.keyIs("price")) {
                numbers[2] = scan.number();
            } else if (scan.keyIs("next")) {
                numbers[3] = scan.number();
            } else if (scan.keyIs("resync")) {
                resync = scan.flag();
            }
        }
        events.welcome(new RoomEvents.Welcome(epoch, numbers[0], numbers[1], state, numbers[2], numbers[3], resync));
    }

    private void ended(byte[] bytes, int from) {
        String outcome = "";
        long[] numbers = new long[3];
        scan.over(bytes, from);
        while (scan.nextField()) {
            if (scan.keyIs("outcome")) {
                outcome = scan.text();
            } else if (scan.keyIs("seq")) {
                numbers[0] = scan.number();
            } else if (scan.keyIs("price")) {
                numbers[1] = scan.number();
            } else if (scan.keyIs("paddle")) {
                numbers[2] = scan.number();
            }
        }
        events.ended(outcome, numbers[0], numbers[1], (int) numbers[2]);
    }

    private void error(byte[] bytes, int from) {
        String code = "";
        String ref = "";
        scan.over(bytes, from);
        while (scan.nextField()) {
            if (scan.keyIs("code")) {
                code = scan.text();
            } else if (scan.keyIs("ref")) {
                ref = scan.text();
            }
        }
        events.error(code, ref);
    }

    /** The bids of the frame at hand, while they are read. */
    private final class Bids {
        private long[] seqs;
        private long[] amounts;
        private int[] paddles;
        private long[] ats;
        private boolean[] proxies;
        private int count;
        private long seq;
        private long amount;
        private int paddle;
        private long at;
        private boolean proxy;
        private long next;

        Bids(int expected) {
            seqs = new long[expected];
            amounts = new long[expected];
            paddles = new int[expected];
            ats = new long[expected];
            proxies = new boolean[expected];
        }

        /** Reads the fields of the frame, or of one bid in it. */
        void readFields() {
            while (scan.nextField()) {
                if (scan.keyIs("seq")) {
                    seq = scan.number();
                } else if (scan.keyIs("amount")) {
                    amount = scan.number();
                } else if (scan.keyIs("paddle")) {
                    paddle = (int) scan.number();
                } else if (scan.keyIs("at")) {
                    at = scan.number();
                } else if (scan.keyIs("proxy")) {
                    proxy = scan.flag();
                } else if (scan.keyIs("next")) {
                    next = scan.number();
                } else if (scan.keyIs("bids")) {
                    while (scan.nextObject()) {
                        readFields();
                        add();
                    }
                }
            }
        }

        void add() {
            if (count == seqs.length) {
                seqs = Arrays.copyOf(seqs, 2 * count);
                amounts = Arrays.copyOf(amounts, 2 * count);
                paddles = Arrays.copyOf(paddles, 2 * count);
                ats = Arrays.copyOf(ats, 2 * count);
                proxies = Arrays.copyOf(proxies, 2 * count);
            }
            seqs[count] = seq;
            amounts[count] = amount;
            paddles[count] = paddle;
            ats[count] = at;
            proxies[count++] = proxy;
            proxy = false;
        }

        BidFrame frame(byte[] raw) {
            return new BidFrame(
                    raw,
                    Arrays.copyOf(seqs, count),
                    Arrays.copyOf(amounts, count),
                    Arrays.copyOf(paddles, count),
                    Arrays.copyOf(ats, count),
                    Arrays.copyOf(proxies, count),
                    next);
        }
    }
}
