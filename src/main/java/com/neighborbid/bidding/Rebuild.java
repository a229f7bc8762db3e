package com.neighborbid.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts an auction's state into Redis, from what PostgreSQL has recorded. */
@ApplicationScoped
class Rebuild {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private RebuildSteps steps;

    /** Puts the state there unless another node did; false when there is no such auction. */
    boolean rebuild(long auction) {
        boolean begun = steps.begin(auction);
        if (begun) {
            steps.install(auction);
        }
        return begun;
    }
}
