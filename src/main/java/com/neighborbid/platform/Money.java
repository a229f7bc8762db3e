package com.neighborbid.platform;

/**
 * An amount in the minor unit of a currency. May be negative where a difference is meant; sums that leave the range of
 * a long fail with {@link ArithmeticException} instead of wrapping.
 *
 * @param amount count of the minor unit
 */
public record Money(long amount, Currency currency) {
    /** The highest price, limit or payment that the house takes: 10^12 of the minor unit. */
    public static final long MOST = 1_000_000_000_000L;

    /** This and another amount of the same currency. */
    public Money plus(Money other) {
        return new Money(Math.addExact(amount, sameCurrency(other).amount), currency);
    }

    /** This less another amount of the same currency. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, sameCurrency(other).amount), currency);
    }

    /** The share of {@code basisPoints} ten-thousandths, rounded down. */
    public Money share(int basisPoints) {
        return new Money(Math.multiplyExact(amount, basisPoints) / 10_000, currency);
    }

    private Money sameCurrency(Money other) {
        if (other.currency != currency) {
            throw new IllegalArgumentException("currencies differ: " + currency + " and " + other.currency);
        }
        return other;
    }
}
