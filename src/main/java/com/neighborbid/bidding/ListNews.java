package com.neighborbid.bidding;

import com.neighborbid.auction.ReadyLists;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.StateChanged;
import com.neighborbid.bidding.AuctionEvent.StateInstalled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the lists that are kept of whatever changes what they show. */
@ApplicationScoped
class ListNews implements AuctionListener {
    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadyLists lists;

    @Override
    public void heard(AuctionEvent event) {
        if (event instanceof StateInstalled installed && installed.seq() == 0) {
            lists.changed(); // a new auction
        } else if (isShown(event)) {
            lists.moved(event.auction());
        }
    }

    @Override
    public void reconnected() {
        lists.changed();
    }

    private static boolean isShown(AuctionEvent event) {
        return event instanceof BidDecided bid && !bid.bids().isEmpty()
                || event instanceof StateChanged
                || event instanceof AuctionClosed
                || event instanceof StateInstalled;
    }
}
