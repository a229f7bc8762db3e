package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionCreated;
import com.neighborbid.platform.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Puts a new auction into Redis as soon as it is written; should that fail, the first touch or the clock does it. */
@ApplicationScoped
class NewAuctions {
    private static final Logger LOG = System.getLogger(NewAuctions.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Rebuild rebuild;

    void created(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuctionCreated created) {
        try {
            rebuild.rebuild(created.id());
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "A new auction is not in Redis yet: {0}", e.getMessage());
        }
    }
}
