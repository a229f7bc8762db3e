package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Input;
import com.neighborbid.platform.Money;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a seller's offer by the contract's rules, and collects every fault before it refuses.
 *
 * @param categories the ids there are
 * @param neighbourhood where the seller is proven to live; taken where the offer names no place
 * @param now milliseconds since the epoch
 */
record OfferReader(Set<String> categories, @Nullable Place neighbourhood, long now) {
    private static final long SECOND = 1000;
    private static final long DAY = 86_400 * SECOND;
    private static final long SHORTEST = SECOND;
    private static final long LONGEST = 30 * DAY;
    private static final long FURTHEST = 365 * DAY;
    /** How far a client's clock may be behind before its {@code opensAt} counts as past. */
    private static final long CLOCK_TOLERANCE = 60 * SECOND;

    private static final long LATEST = (1L << 53) - 1;
    private static final int SOFT_CLOSE_SECONDS = 60;
    private static final int SOFT_CLOSE_CAP_SECONDS = 3600;

    /** @throws com.neighborbid.platform.RejectedException {@code INVALID} with every bad field */
    OfferAuction read(Input input, long seller) {
        Currency currency = input.currency("currency");
        long startPrice = input.integer("startPrice", 1, Money.MOST);
        long opensAt = opensAt(input);
        Currency table = table(input, currency);
        Place place = place(input);
        OfferAuction offer = new OfferAuction(
                seller,
                input.text("title", 1, 120).replaceAll("\\s+", " "),
                input.text("description", 0, 5000),
                category(input),
                input.optionalText("condition", 1, 60).orElse(null),
                currency,
                startPrice,
                reservePrice(input, startPrice),
                table == null
                        ? IncrementTable.fixed(input.integer("increment", 1, Money.MOST))
                        : IncrementTable.of(table),
                table == null ? null : table.name(),
                opensAt,
                endsAt(input, opensAt),
                (int) input.optionalInteger("softCloseSeconds", 0, 3600).orElse(SOFT_CLOSE_SECONDS),
                (int) input.optionalInteger("softCloseCapSeconds", 0, 86_400).orElse(SOFT_CLOSE_CAP_SECONDS),
                place,
                radiusKm(input, place),
                input.optionalText("handover", 0, 500).orElse(null));
        input.check();
        return offer;
    }

    private String category(Input input) {
        String category = input.text("category", 1, 40);
        if (!category.isEmpty() && !categories.contains(category)) {
            input.fault("category", "is not one of the categories");
        }
        return category;
    }

    private static @Nullable Long reservePrice(Input input, long startPrice) {
        OptionalLong reserve = input.optionalInteger("reservePrice", 1, Money.MOST);
        if (reserve.isEmpty()) {
            return null;
        }
        if (reserve.getAsLong() < startPrice && input.isGood()) {
            input.fault("reservePrice", "must be at least startPrice");
        }
        return reserve.getAsLong();
    }

    /** The named table, the currency's where none is named, or null for a fixed increment. */
    private static @Nullable Currency table(Input input, Currency currency) {
        Currency table = input.has("incrementTable") ? input.currency("incrementTable") : currency;
        if (!input.has("increment")) {
            return table;
        }
        if (input.has("incrementTable")) {
            input.fault("increment", "cannot stand beside incrementTable");
        }
        return null;
    }

    /** An opening that has passed is now; one that a client's clock may still have taken for now stands. */
    private long opensAt(Input input) {
        long opensAt = input.optionalInteger("opensAt", 0, LATEST).orElse(now);
        if (opensAt > now + FURTHEST) {
            input.fault("opensAt", "must be within 365 days");
        }
        return opensAt < now - CLOCK_TOLERANCE ? now : opensAt;
    }

    private long endsAt(Input input, long opensAt) {
        long endsAt = input.integer("endsAt", 0, LATEST);
        if (!input.isGood()) {
            return endsAt;
        }
        if (endsAt <= now) {
            input.fault("endsAt", "must be in the future");
        } else if (endsAt - opensAt < SHORTEST) {
            input.fault("endsAt", "must be at least a second after opensAt");
        } else if (endsAt - opensAt > LONGEST) {
            input.fault("endsAt", "must be at most 30 days after opensAt");
        }
        return endsAt;
    }

    private @Nullable Place place(Input input) {
        Optional<Input> location = input.object("location");
        if (location.isEmpty()) {
            return neighbourhood;
        }
        Input given = location.get();
        return new Place(
                given.decimal("lat", -90, 90),
                given.decimal("lng", -180, 180),
                given.optionalText("name", 0, 100).orElse(""));
    }

    private static @Nullable Double radiusKm(Input input, @Nullable Place place) {
        OptionalDouble radius = input.optionalDecimal("radiusKm", 0.1, 500);
        if (radius.isEmpty()) {
            return null;
        }
        if (place == null) {
            input.fault("radiusKm", "needs a location, or the seller's proven neighbourhood");
        }
        return radius.getAsDouble();
    }
}
