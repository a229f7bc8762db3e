package com.neighborbid.bidding;

/**
 * A bid as the room sees it.
 *
 * @param seq its number in the auction, from 1
 * @param amount in the minor unit
 * @param paddle who bid
 * @param proxy made by a proxy command or a proxy's answer
 * @param at milliseconds since the epoch
 */
public record ShownBid(long seq, long amount, int paddle, boolean proxy, long at) {
    /** Reads an item of the resume log, {@code seq,amount,paddle,proxy,at}. */
    public static ShownBid parse(String item) {
        FieldReader fields = new FieldReader(item, ',');
        return new ShownBid(
                fields.number(), fields.number(), (int) fields.number(), fields.flag(), Long.parseLong(fields.rest()));
    }

    /** The item of the resume log. */
    public String text() {
        return textWithoutTime() + ',' + at;
    }

    /** Reads an item of a decision's bids, {@code seq,amount,paddle,proxy}. */
    static ShownBid parse(String item, long at) {
        return parse(item + ',' + at);
    }

    String textWithoutTime() {
        return seq + "," + amount + ',' + paddle + ',' + (proxy ? 1 : 0);
    }
}
