package com.neighborbid.auction;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** Makes the view of one auction: what is set, the live state over what is recorded, the seller and the photos. */
@ApplicationScoped
class AuctionViews {
    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LivePrices livePrices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Reads reads;

    /**
     * The auction as the caller, a member or a guest, may see it.
     *
     * @throws RejectedException {@code NOT_FOUND}
     */
    AuctionView view(long id, OptionalLong caller) {
        List<AuctionRow> rows = reads.rows(AuctionRow.select(id, caller.orElse(0)), AuctionRow::of);
        if (rows.isEmpty()) {
            throw RejectedException.notFound("auction");
        }
        AuctionRow auction = rows.get(0);
        AuctionTerms terms = auction.terms();
        long now = time.now();
        IncrementTable increments = IncrementTable.parse(terms.increments());
        LiveView live = live(terms, increments);
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
                auction.seller(),
                rows.stream().map(AuctionRow::photo).filter(Objects::nonNull).toList(),
                now,
                caller.isPresent() && terms.seller() == caller.getAsLong(),
                auction.watched());
    }

    /** Nothing happens any more to a closed one: its record stands, whether Redis still knows of it or not. */
    private LiveView live(AuctionTerms terms, IncrementTable increments) {
        return terms.state() == AuctionState.CLOSED
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
}
