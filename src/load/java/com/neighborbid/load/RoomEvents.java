package com.neighborbid.load;

/** What a room tells a client, one method a kind of frame, on the loop's thread; a client hears what it overrides. */
public interface RoomEvents {
    /** The first frame, and the state of the auction as it was then. */
    default void welcome(Welcome welcome) {}

    /** One or several bids, in order. */
    default void bids(BidFrame frame) {}

    /** The bid or proxy with this ref was accepted; {@code seq} is the last that the decision made. */
    default void accepted(String ref, long seq, boolean leading) {}

    /** The bid or proxy with this ref was refused; {@code next} is the least that would do, 0 where it says none. */
    default void rejected(String ref, String code, long next) {}

    /** Every bid up to this seq is committed in PostgreSQL. */
    default void recorded(long seq) {}

    /** The auction is over; price and paddle are 0 without a bid. */
    default void ended(String outcome, long seq, long price, int paddle) {}

    /** The frame could not be taken; the ref is empty where the server could not read it. */
    default void error(String code, String ref) {}

    /** The room as the welcome frame tells it; {@code resync} says that missed bids do not follow. */
    record Welcome(String epoch, long seq, long recorded, String state, long price, long next, boolean resync) {}
}
