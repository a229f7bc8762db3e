package com.neighborbid.auction;

import com.neighborbid.platform.Currency;
import com.neighborbid.platform.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By how much the next bid must be above the price: bands that rise with it. Amounts are in the minor unit. The start
 * price itself can always be bid, so it is no business of a table.
 *
 * @param bands from the lowest up; the first begins at 0 or 1, each other above the one before; at most 64
 */
public record IncrementTable(List<Band> bands) {
    private static final int BANDS_MAX = 64;

    /** eBay's bands, in cents. */
    public static final IncrementTable USD = parse(
            "1:5,100:25,500:50,2500:100,10000:250,25000:500,50000:1000," + "100000:2500,250000:5000,500000:10000");

    /** The bands of Yahoo! Auctions Japan times ten, in won. */
    public static final IncrementTable KRW = parse("0:100,10000:1000,50000:2500,100000:5000,500000:10000");

    /**
     * A band of prices.
     *
     * @param from its lowest price, from 0
     * @param increment what the next bid adds, 1 to 10^12
     */
    public record Band(long from, long increment) {
        public Band {
            if (from < 0 || increment < 1 || increment > Money.MOST) {
                throw new IllegalArgumentException("not a band: " + from + ":" + increment);
            }
        }
    }

    public IncrementTable {
        bands = List.copyOf(bands);
        if (bands.isEmpty() || bands.size() > BANDS_MAX) {
            throw new IllegalArgumentException("a table has 1 to " + BANDS_MAX + " bands, not " + bands.size());
        }
        if (bands.get(0).from > 1) {
            throw new IllegalArgumentException("the first band begins at 0 or 1, not at " + bands.get(0).from);
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).from <= bands.get(i - 1).from) {
                throw new IllegalArgumentException("bands do not rise at " + bands.get(i).from);
            }
        }
    }

    /** The same increment at every price, 1 to 10^12. */
    public static IncrementTable fixed(long increment) {
        return new IncrementTable(List.of(new Band(0, increment)));
    }

    /** The table of a name that a seller may choose, {@code KRW} or {@code USD}. */
    public static Optional<IncrementTable> named(String name) {
        return Currency.of(name).map(IncrementTable::of);
    }

    /** The table that holds where a seller chose none. */
    public static IncrementTable of(Currency currency) {
        return switch (currency) {
            case KRW -> KRW;
            case USD -> USD;
        };
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static IncrementTable parse(String text) {
        List<Band> bands = new ArrayList<>();
        for (String band : text.split(",", -1)) {
            int colon = band.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("not a band: " + band);
            }
            bands.add(new Band(Long.parseLong(band.substring(0, colon)), Long.parseLong(band.substring(colon + 1))));
        }
        return new IncrementTable(bands);
    }

    /** {@code from:increment} of each band, rising, parted by commas. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Band band : bands) {
            text.append(text.isEmpty() ? "" : ",").append(band.from).append(':').append(band.increment);
        }
        return text.toString();
    }

    /** The increment of a price's band. */
    public long increment(long price) {
        long increment = bands.get(0).increment;
        for (Band band : bands) {
            if (band.from > price) {
                break;
            }
            increment = band.increment;
        }
        return increment;
    }

    /** The least that may be bid over a price. */
    public long next(long price) {
        return Math.addExact(price, increment(price));
    }
}
