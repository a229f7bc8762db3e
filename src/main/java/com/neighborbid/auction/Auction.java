package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A lot under the hammer, from the day that a seller offers it to the day that it is closed. What the seller set never
 * changes again. It is scheduled, or open at once; while it is open, bids move its price, its leader and, in the last
 * seconds, its end, and {@link Auctions#recordProgress} writes down how far it has come. Every time that its live state
 * has to be rebuilt, its epoch rises. It is closed once, with an outcome, and stays closed.
 */
@Entity
@Table(name = "auction")
@DynamicUpdate
class Auction {
    @Id
    private long id;

    @Column(name = "seller_id")
    private long seller;

    private String title;
    private String description;

    @Column(name = "category_id")
    private String category;

    private @Nullable String condition;

    @Enumerated(EnumType.STRING)
    private Currency currency;

    @Column(name = "start_price")
    private long startPrice;

    @Column(name = "reserve_price")
    private @Nullable Long reservePrice;

    private String increments;

    @Column(name = "increment_table")
    private @Nullable String incrementTable;

    @Column(name = "opens_at")
    private long opensAt;

    @Column(name = "first_ends_at")
    private long firstEndsAt;

    @Column(name = "soft_close_seconds")
    private int softCloseSeconds;

    @Column(name = "soft_close_cap_seconds")
    private int softCloseCapSeconds;

    private @Nullable Double lat;
    private @Nullable Double lng;
    private @Nullable String place;

    @Column(name = "radius_km")
    private @Nullable Double radiusKm;

    private @Nullable String handover;

    @Column(name = "created_at")
    private long createdAt;

    private long epoch;

    @Enumerated(EnumType.STRING)
    private AuctionState state;

    @Enumerated(EnumType.STRING)
    private @Nullable AuctionOutcome outcome;

    @Column(name = "closed_at")
    private @Nullable Long closedAt;

    private long price;
    private long seq;
    private @Nullable Integer leader;

    @Column(name = "reserve_met")
    private boolean reserveMet;

    @Column(name = "ends_at")
    private long endsAt;

    @Column(name = "listed_price")
    private long listedPrice;

    /** For JPA alone. */
    @SuppressWarnings("NullAway")
    protected Auction() {}

    private Auction(long id, OfferAuction offer, long now) {
        this.id = id;
        seller = offer.seller();
        title = offer.title();
        description = offer.description();
        category = offer.category();
        condition = offer.condition();
        currency = offer.currency();
        startPrice = offer.startPrice();
        reservePrice = offer.reservePrice();
        increments = offer.increments().text();
        incrementTable = offer.incrementTable();
        opensAt = offer.opensAt();
        firstEndsAt = offer.endsAt();
        softCloseSeconds = offer.softCloseSeconds();
        softCloseCapSeconds = offer.softCloseCapSeconds();
        Place where = offer.place();
        lat = where == null ? null : where.lat();
        lng = where == null ? null : where.lng();
        place = where == null ? null : where.name();
        radiusKm = offer.radiusKm();
        handover = offer.handover();
        createdAt = now;
        state = AuctionState.SCHEDULED;
        price = offer.startPrice();
        listedPrice = offer.startPrice();
        endsAt = offer.endsAt();
    }

    /** A new auction: scheduled until the clock opens it, at its start price, without a bid. */
    static Auction offer(long id, OfferAuction offer, long now) {
        return new Auction(id, offer, now);
    }

    /** Rebuilding the live state begins a new epoch, which is answered; rows of older ones are refused from now on. */
    long raiseEpoch() {
        return ++epoch;
    }

    /** Takes over an epoch that the live state has; false when a later one has begun here, so that it must yield. */
    boolean adoptEpoch(long live) {
        if (live < epoch) {
            return false;
        }
        epoch = live;
        return true;
    }

    /** The hammer falls. Once: false, and nothing changes, when it had fallen before. */
    boolean close(AuctionOutcome how, long at) {
        if (state == AuctionState.CLOSED) {
            return false;
        }
        state = AuctionState.CLOSED;
        outcome = how;
        closedAt = at;
        listedPrice = price;
        return true;
    }

    /** Whether photos and words may still be added. */
    boolean isClosed() {
        return state == AuctionState.CLOSED;
    }

    boolean isOf(long member) {
        return seller == member;
    }

    AuctionTerms terms() {
        return new AuctionTerms(
                id,
                seller,
                title,
                currency,
                startPrice,
                reservePrice,
                increments,
                opensAt,
                endsAt,
                firstEndsAt,
                softCloseSeconds,
                softCloseCapSeconds,
                state,
                outcome,
                epoch,
                price,
                seq,
                leader,
                reserveMet,
                location(),
                radiusKm);
    }

    private @Nullable Place location() {
        return lat == null || lng == null || place == null ? null : new Place(lat, lng, place);
    }
}
