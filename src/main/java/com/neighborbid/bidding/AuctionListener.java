package com.neighborbid.bidding;

/** Hears what happens in the auctions, on the one thread of the {@link AuctionFeed}: it must not block. */
public interface AuctionListener {
    /** An event, in the order of its auction; some may be lost, which {@code seq} and {@code n} tell. */
    default void heard(AuctionEvent event) {}

    /** The feed is there again after it was cut: anything may have been missed. */
    default void reconnected() {}

    /**
     * A member is told something that concerns nobody else.
     *
     * @param member public id
     * @param frame the ready JSON
     */
    default void memberTold(String member, String frame) {}

    /** A session is no longer good. */
    default void sessionEnded(String session) {}
}
