package com.neighborbid.platform;

import java.util.Optional;

/** The currencies that the house deals in (ISO 4217). Amounts are integers of the minor unit. */
public enum Currency {
    /** South Korean won: no minor unit. */
    KRW,
    /** US dollar: cents. */
    USD;

    /** The house's own: taken where a call names none. */
    public static final Currency HOUSE = KRW;

    /** The currency of a code, or empty for one that the house does not have. */
    public static Optional<Currency> of(String code) {
        for (Currency currency : values()) {
            if (currency.name().equals(code)) {
                return Optional.of(currency);
            }
        }
        return Optional.empty();
    }
}
