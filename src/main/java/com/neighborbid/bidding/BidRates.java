package com.neighborbid.bidding;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RateLimiter;
import com.neighborbid.platform.Time;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many bids a member may send, over sockets and HTTP together. */
@ApplicationScoped
public class BidRates {
    private static final long WINDOW_MS = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @SuppressWarnings("NullAway.Init")
    private RateLimiter limiter;

    @PostConstruct
    void open() {
        limiter = new RateLimiter(time, config.bidsPerSecond(), WINDOW_MS);
    }

    /** Counts a bid; false when it is one too many. */
    public boolean allows(long member) {
        return !platform.rateLimits() || limiter.allows(Ids.text(member));
    }
}
