package com.neighborbid.bidding;

/** Hears what happens in the auctions, on the one thread of the {@link AuctionFeed}: it must not block. */
public interface AuctionListener {
    /** An event, in the order of its auction; some may be lost, which {@code seq} and {@code n} tell. */
    void heard(AuctionEvent event);

    /** The feed is there again after it was cut: anything may have been missed. */
    default void reconnected() {}

    /** A session is no longer good. */
    default void sessionEnded(String session) {}
}
