package com.neighborbid.auction;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Reads;
import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Select;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes the view of one auction: what is set, the live state over what is recorded, the seller and the photos. */
@ApplicationScoped
class AuctionViews {
    /** Of the seller, with a row for each photo, or one without any. */
    private static final String SURROUNDINGS = """
            SELECT m.display_name, m.rating,
                   EXISTS (SELECT FROM watch w WHERE w.member_id = ? AND w.auction_id = ?),
                   p.id, p.file, p.thumbnail, p.width, p.height
            FROM member m LEFT JOIN photo p ON p.auction_id = ? WHERE m.id = ? ORDER BY p.id""";

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
        Auction auction = reads.with(entities -> entities.find(Auction.class, id));
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
                around.photos(),
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
    private record Surroundings(SellerView seller, boolean watched, List<PhotoView> photos) {}

    private Surroundings surroundings(long seller, long id, OptionalLong caller) {
        List<PhotoView> photos = new ArrayList<>();
        return reads.rows(Select.of(SURROUNDINGS, caller.orElse(0), id, id, seller), row -> {
                    if (row.getString("file") != null) {
                        photos.add(Photos.view(
                                row.getLong("id"),
                                row.getString("file"),
                                row.getString("thumbnail"),
                                row.getInt("width"),
                                row.getInt("height")));
                    }
                    double rating = row.getDouble("rating");
                    SellerView view = new SellerView(
                            Ids.text(seller), row.getString("display_name"), row.wasNull() ? null : rating);
                    return new Surroundings(view, row.getBoolean("exists"), photos);
                })
                .get(0);
    }
}
