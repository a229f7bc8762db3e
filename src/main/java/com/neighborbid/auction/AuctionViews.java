package com.neighborbid.auction;

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
    private static final String SURROUNDINGS = "SELECT m.display_name, m.rating,"
            + " EXISTS (SELECT FROM watch w WHERE w.member_id = ?2 AND w.auction_id = ?3) FROM member m WHERE m.id = ?1";

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
    Photos photos;

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
        LiveView live = live(auction, terms, increments);
        Surroundings around = surroundings(terms.seller(), id, caller);
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
                around.seller(),
                photos.of(id),
                now,
                caller.isPresent() && auction.isOf(caller.getAsLong()),
                around.watched());
    }

    /** Nothing happens any more to a closed one: its record stands, whether Redis still knows of it or not. */
    private LiveView live(Auction auction, AuctionTerms terms, IncrementTable increments) {
        return auction.isClosed()
                ? recorded(terms, increments)
                : livePrices.of(terms.id()).orElseGet(() -> recorded(terms, increments));
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

    /** What the record does not have of the auction itself. */
    private record Surroundings(SellerView seller, boolean watched) {}

    private Surroundings surroundings(long seller, long id, OptionalLong caller) {
        Object[] row = (Object[]) entities.createNativeQuery(SURROUNDINGS)
                .setParameter(1, seller)
                .setParameter(2, caller.orElse(0))
                .setParameter(3, id)
                .getSingleResult();
        Double rating = row[1] == null ? null : ((Number) row[1]).doubleValue();
        return new Surroundings(new SellerView(Ids.text(seller), row[0].toString(), rating), (Boolean) row[2]);
    }
}
