package com.neighborbid.operations;

import com.neighborbid.bidding.AuctionEvent;
import com.neighborbid.bidding.AuctionListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hears of sessions that ended, whose consoles close; auctions are not its business. */
@ApplicationScoped
class ConsoleListener implements AuctionListener {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Consoles consoles;

    @Override
    public void heard(AuctionEvent event) {}

    @Override
    public void sessionEnded(String session) {
        consoles.sessionEnded(session);
    }
}
