package com.neighborbid.auction;

import com.neighborbid.member.Members;
import com.neighborbid.member.Profile;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;

/** Makes the view of one auction: what is set, the live state over what is recorded, the seller and the photos. */
@ApplicationScoped
@Transactional
class AuctionViews {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LivePrices livePrices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Photos photos;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Watchlist watchlist;

    /**
     * The auction as the caller, a member or a guest, may see it.
     *
     * @throws RejectedException {@code NOT_FOUND}
     */
    AuctionView view(long id, OptionalLong caller) {
        Auction auction = entities.find(Auction.class, id);
        if (auction == null) {
            throw RejectedException.notFound("auction");
        }
        AuctionTerms terms = auction.terms();
        long now = time.now();
        IncrementTable increments = IncrementTable.parse(terms.increments());
        LiveView live = livePrices.of(id).orElseGet(() -> recorded(terms, increments));
        return new AuctionView(
                Ids.text(id),
                terms.title(),
                auction.description(),
                auction.category(),
                auction.condition(),
                live.state().at(now, terms.opensAt()),
                live.outcome(),
                terms.currency(),
                terms.startPrice(),
                live.price(),
                live.seq(),
                live.next(),
                terms.reservePrice() == null ? null : live.reserveMet(),
                live.leader(),
                live.seq(),
                live.watching(),
                increments.bands(),
                auction.incrementTable(),
                terms.opensAt(),
                live.endsAt(),
                terms.firstEndsAt(),
                terms.softCloseSeconds(),
                terms.softCloseCapSeconds(),
                auction.closedAt(),
                auction.createdAt(),
                terms.location(),
                terms.radiusKm(),
                auction.handover(),
                seller(terms.seller()),
                photos.of(id),
                now,
                caller.isPresent() && auction.isOf(caller.getAsLong()),
                caller.isPresent() && watchlist.has(caller.getAsLong(), id));
    }

    private static LiveView recorded(AuctionTerms terms, IncrementTable increments) {
        return new LiveView(
                terms.state(),
                terms.outcome(),
                terms.price(),
                terms.seq(),
                terms.seq() == 0 ? terms.startPrice() : increments.next(terms.price()),
                terms.endsAt(),
                terms.leader(),
                terms.reserveMet(),
                0);
    }

    private SellerView seller(long id) {
        Profile profile = members.profile(id).orElseThrow(() -> new IllegalStateException("No member " + Ids.text(id)));
        return new SellerView(Ids.text(id), profile.displayName(), profile.rating());
    }
}
