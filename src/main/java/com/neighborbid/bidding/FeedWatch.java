package com.neighborbid.bidding;

import com.neighborbid.platform.Role;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Notices that the feed's connection is silent, for a server that froze or was cut off ends no connection, or that it leads to
 * a primary of yesterday: a node has less than {@code nb.bid.recovery.ms} to hear that an auction was rebuilt at the new one,
 * and to send back what it had acknowledged at the old.
 */
@ApplicationScoped
class FeedWatch implements WorkerTask {
    private static final long TURN_MS = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private AuctionFeed feed;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    @Override
    public String name() {
        return "feed-watch";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.values());
    }

    @Override
    public long turn() {
        feed.probe(config.feedSilentMs());
        return TURN_MS;
    }
}
