package com.neighborbid.auction;

import static com.neighborbid.auction.AuctionFixture.MINUTE;
import static com.neighborbid.auction.AuctionFixture.NOW;
import static com.neighborbid.auction.AuctionFixture.bicycle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.TestReads;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuctionViewsTest {
    private static final long SELLER = 1;
    private static final long WATCHER = 2;
    private static final Place SEOUL_STATION = new Place(37.5547, 126.9707, "Seoul Station");

    private static final AuctionFixture FIXTURE = new AuctionFixture();

    @BeforeEach
    void aSeller() {
        FIXTURE.empty();
        FIXTURE.member(SELLER, "Mina");
    }

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void showsWhatTheSellerSet() {
        AuctionView view = view(FIXTURE.offer(lot(SEOUL_STATION)), OptionalLong.empty());

        assertEquals("Bicycle", view.title());
        assertEquals("Hardly ridden", view.description());
        assertEquals("used", view.condition());
        assertEquals("KRW", view.incrementTable());
        assertEquals("At the station", view.handover());
        assertEquals(SEOUL_STATION, view.location());
        assertEquals(5.0, view.radiusKm());
        assertEquals(NOW, view.createdAt());
        assertEquals(new SellerView(Ids.text(SELLER), "Mina", null), view.seller());
        assertEquals(List.of(), view.photos());
    }

    @Test
    void leavesOutWhatThereIsNot() {
        AuctionView view = view(FIXTURE.offer(lot(null)), OptionalLong.empty());

        assertNull(view.location());
        assertNull(view.radiusKm());
        assertNull(view.reserveMet());
        assertNull(view.leader());
        assertNull(view.closedAt());
    }

    @Test
    void aClosedOneShowsHowItEnded() {
        long id = FIXTURE.offer(bicycle());
        FIXTURE.auctions(auctions -> auctions.close(id, AuctionOutcome.NO_BIDS, NOW + MINUTE));

        AuctionView view = view(id, OptionalLong.empty());

        assertEquals(AuctionState.CLOSED, view.state());
        assertEquals(AuctionOutcome.NO_BIDS, view.outcome());
        assertEquals(NOW + MINUTE, view.closedAt());
    }

    @Test
    void showsPhotosInTheirOrderAndTheSellersRating() {
        long id = FIXTURE.offer(bicycle());
        FIXTURE.execute("UPDATE member SET rating = 4.5");
        FIXTURE.execute("INSERT INTO photo (id, auction_id, file, width, height, thumbnail, created_at) VALUES (8, "
                + id + ", 'b.jpg', 800, 600, NULL, 0), (7, " + id + ", 'a.jpg', 640, 480, 'small.jpg', 0)");

        AuctionView view = view(id, OptionalLong.empty());

        assertEquals(4.5, view.seller().rating());
        assertEquals(
                List.of("/api/photos/a.jpg", "/api/photos/b.jpg"),
                view.photos().stream().map(PhotoView::url).toList());
        assertEquals("/api/photos/small.jpg", view.photos().get(0).thumbnailUrl());
        assertEquals(600, view.photos().get(1).height());
    }

    @Test
    void tellsTheCallerWhatIsItsOwn() {
        long id = FIXTURE.offer(bicycle());
        FIXTURE.watchlist(watchlist -> watchlist.add(WATCHER, id));

        assertTrue(view(id, OptionalLong.of(SELLER)).mine());
        assertFalse(view(id, OptionalLong.of(SELLER)).watched());
        assertTrue(view(id, OptionalLong.of(WATCHER)).watched());
        assertFalse(view(id, OptionalLong.of(WATCHER)).mine());
        assertFalse(view(id, OptionalLong.empty()).watched());
    }

    @Test
    void anUnknownOneIsRefused() {
        assertThrows(RejectedException.class, () -> view(7, OptionalLong.empty()));
    }

    private static OfferAuction lot(@Nullable Place place) {
        return AuctionFixture.offer(SELLER, "Bicycle", "Hardly ridden", "bicycles", 10_000, NOW, NOW + MINUTE, place);
    }

    private static AuctionView view(long id, OptionalLong caller) {
        return FIXTURE.database.inTransaction(entities -> {
            AuctionViews views = new AuctionViews();
            views.time = FIXTURE.time;
            views.livePrices = new RecordedPrices();
            views.reads = TestReads.in(entities);
            return views.view(id, caller);
        });
    }
}
