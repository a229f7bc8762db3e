package com.neighborbid.settlement;

import com.neighborbid.wallet.Wallets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Settles closed auctions. What becomes of the lot is decided in one transaction, once; the other holds follow in
 * transactions that each release some, since an auction may have thousands. Each step may be repeated, so whoever is
 * cut off between them, or doubts that they happened, begins again.
 */
@ApplicationScoped
class Settlements {
    @Inject
    @SuppressWarnings("NullAway.Init")
    SettlementSteps steps;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Wallets wallets;

    /**
     * Brings a closed auction's settlement to its end, outside of any transaction.
     *
     * @throws IllegalStateException for an auction whose close is not recorded
     */
    void settle(long auction) {
        steps.decide(auction);
        wallets.releaseAll(auction);
        steps.finish(auction);
    }
}
