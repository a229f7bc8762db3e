package com.neighborbid.bidding;

/**
 * A member's bid, as it came over a socket or HTTP.
 *
 * @param auction id
 * @param member id; whether it has a paddle is for the decision to say
 * @param maximum {@code value} is a maximum that the house bids up to, 0 takes it back; else an exact amount
 * @param value in the minor unit, 0 to 2^53 - 1
 * @param ref the client's own name for it, 1 to 40 characters: sent again, it is answered as the first time
 */
public record PlaceBid(long auction, long member, boolean maximum, long value, String ref) {
    /** The highest number that every client can write exactly. */
    public static final long HIGHEST = (1L << 53) - 1;
    /** The longest ref, in characters. */
    public static final int LONGEST_REF = 40;
}
