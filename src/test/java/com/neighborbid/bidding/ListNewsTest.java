package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import com.neighborbid.auction.ReadyLists;
import com.neighborbid.bidding.AuctionEvent.AuctionClosed;
import com.neighborbid.bidding.AuctionEvent.BidDecided;
import com.neighborbid.bidding.AuctionEvent.BidsRecorded;
import com.neighborbid.bidding.AuctionEvent.ChatSaid;
import com.neighborbid.bidding.AuctionEvent.StateChanged;
import com.neighborbid.bidding.AuctionEvent.StateInstalled;
import com.neighborbid.bidding.AuctionEvent.WatchingCounted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListNewsTest {
    private final List<String> told = new ArrayList<>();
    private final ListNews news = new ListNews();

    ListNewsTest() {
        news.lists = new ReadyLists() {
            @Override
            public void moved(String auction) {
                told.add(auction);
            }

            @Override
            public void changed() {
                told.add("any");
            }
        };
    }

    @Test
    void tellsWhatAListShows() {
        news.heard(bid("a", List.of(new ShownBid(1, 12_000, 3, false, 5))));
        news.heard(new StateChanged("b", 1, 2, 5, AuctionState.PAUSED, 9, ""));
        news.heard(new AuctionClosed("c", 1, 2, 5, AuctionOutcome.NO_BIDS, 0, null, ""));
        news.heard(new StateInstalled("d", 2, 7));

        assertEquals(List.of("a", "b", "c", "d"), told);
    }

    @Test
    void aNewAuctionMayBeInAnyList() {
        news.heard(new StateInstalled("a", 1, 0));

        assertEquals(List.of("any"), told);
    }

    @Test
    void whatWasMissedMayBeInAnyList() {
        news.reconnected();

        assertEquals(List.of("any"), told);
    }

    @Test
    void keepsQuietAboutTheRest() {
        news.heard(bid("a", List.of()));
        news.heard(new BidsRecorded("a", 1, 1, "head"));
        news.heard(new ChatSaid("a", "{}"));
        news.heard(new WatchingCounted("a", 3));

        assertEquals(List.of(), told);
    }

    private static BidDecided bid(String auction, List<ShownBid> shown) {
        return new BidDecided(
                auction, 1, 1, 5, "m", 3, false, 12_000, null, 12_000, shown.size(), 9, 13_000, null, shown, "r1");
    }
}
