package com.neighborbid.launcher.demo;

import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The lots on offer. Each step puts up at most one: whatever is not on offer, and of the quick ones as many as are to be
 * about to end at any time. A lot whose auction has closed waits for its turn again.
 */
final class Shelf {
    private static final int QUICK_AT_A_TIME = 4;
    /** A look at a lot that should have closed, or may have been moved by a soft close. */
    private static final long LOOK_EVERY_MS = 2_000;
    /** After a refusal that is nobody's fault but the demo's. */
    private static final long REFUSED_PAUSE_MS = 600_000;

    private final HouseClient house;
    private final Map<String, Member> sellers;
    private final DemoState state;
    private final LongSupplier clock;
    private final RandomGenerator chance;
    private final Consumer<String> say;
    private final Deque<Lot> waiting = new ArrayDeque<>(Lot.all());
    private final Map<String, Listing> offered = new HashMap<>();
    private final Map<String, Long> lookAt = new HashMap<>();
    private long offerAt;

    /** @param sellers by the neighbour's key */
    Shelf(
            HouseClient house,
            Map<String, Member> sellers,
            DemoState state,
            LongSupplier clock,
            RandomGenerator chance,
            Consumer<String> say) {
        this.house = house;
        this.sellers = sellers;
        this.state = state;
        this.clock = clock;
        this.chance = chance;
        this.say = say;
    }

    /** What is on offer, as far as is known. */
    List<Listing> listings() {
        return List.copyOf(offered.values());
    }

    /** Takes one step. */
    void tend() throws InterruptedException {
        lookAtThoseDue();
        Lot lot = clock.getAsLong() < offerAt ? null : nextToOffer();
        if (lot == null) {
            return;
        }
        waiting.remove(lot);
        waiting.addLast(lot);
        Listing listing = adopted(lot);
        if (listing == null) {
            listing = offer(lot);
        }
        if (listing != null) {
            waiting.remove(lot);
            keep(listing.pictured() ? listing : picture(listing));
        }
    }

    private @Nullable Lot nextToOffer() {
        long quick = offered.values().stream()
                .filter(listing -> listing.lot().timing() == Timing.QUICK)
                .count();
        return waiting.stream()
                .filter(lot -> lot.timing() != Timing.QUICK || quick < QUICK_AT_A_TIME)
                .findFirst()
                .orElse(null);
    }

    /** The auction of the last run, while it has not closed. */
    private @Nullable Listing adopted(Lot lot) throws InterruptedException {
        String auction = state.auction(lot.key());
        return auction == null ? null : look(lot, auction);
    }

    private @Nullable Listing look(Lot lot, String auction) throws InterruptedException {
        Reply reply = house.call("GET", "/api/auctions/" + auction, null, null);
        if (!reply.ok()) {
            return null;
        }
        Listing listing = Listing.of(lot, reply.body());
        return listing.closed() ? null : listing;
    }

    private @Nullable Listing offer(Lot lot) throws InterruptedException {
        Reply reply = seller(lot).call("POST", "/api/auctions", lot.offer(clock.getAsLong(), chance));
        if (!reply.ok()) {
            say.accept("demo: the lot " + lot.key() + " was refused: " + reply.inWords());
            offerAt = clock.getAsLong() + REFUSED_PAUSE_MS;
            return null;
        }
        JsonObject auction = reply.body();
        state.keepAuction(lot.key(), auction.getString("id"));
        return look(lot, auction.getString("id"));
    }

    private Listing picture(Listing listing) throws InterruptedException {
        Lot lot = listing.lot();
        for (byte[] jpeg : Picture.of(lot)) {
            Reply reply = seller(lot).addPhoto(listing.auction(), jpeg);
            if (!reply.ok()) {
                say.accept("demo: a photo of " + lot.key() + " was refused: " + reply.inWords());
            }
        }
        return listing.withPhoto();
    }

    private void lookAtThoseDue() throws InterruptedException {
        long now = clock.getAsLong();
        for (Listing listing : new ArrayList<>(offered.values())) {
            if (now < lookAt.getOrDefault(listing.auction(), 0L)) {
                continue;
            }
            Listing seen = look(listing.lot(), listing.auction());
            if (seen == null) {
                offered.remove(listing.auction());
                lookAt.remove(listing.auction());
                waiting.addLast(listing.lot());
            } else {
                keep(seen);
            }
        }
    }

    private void keep(Listing listing) {
        offered.put(listing.auction(), listing);
        lookAt.put(listing.auction(), Math.max(listing.endsAt(), clock.getAsLong()) + LOOK_EVERY_MS);
    }

    private Member seller(Lot lot) {
        Member seller = sellers.get(lot.seller());
        if (seller == null) {
            throw new IllegalStateException("nobody sells " + lot.key());
        }
        return seller;
    }
}
