package com.neighborbid.auction;

import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Brings the prices by which lists are ordered up to those that are recorded, every five seconds. */
@ApplicationScoped
class PriceListing implements WorkerTask {
    private static final long PAUSE_MS = 5000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ListedPrices prices;

    @Override
    public String name() {
        return "price-listing";
    }

    @Override
    public long turn() {
        return prices.follow() ? 0 : PAUSE_MS;
    }
}
