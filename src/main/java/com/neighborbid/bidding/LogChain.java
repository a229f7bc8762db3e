package com.neighborbid.bidding;

import com.neighborbid.platform.Hashes;
import java.nio.charset.StandardCharsets;

/** The hash chain of a bid log, as the public contract defines it: anyone can compute it from the log's lines. */
final class LogChain {
    private LogChain() {}

    /** The head of an empty log. */
    static String start(String auction) {
        return hash(auction);
    }

    /** The head after one more bid. */
    static String next(String head, String auction, ShownBid bid) {
        return hash(head
                + '|'
                + auction
                + '|'
                + bid.seq()
                + '|'
                + bid.amount()
                + '|'
                + bid.paddle()
                + '|'
                + bid.at()
                + '|'
                + (bid.proxy() ? 1 : 0));
    }

    private static String hash(String text) {
        return Hashes.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
