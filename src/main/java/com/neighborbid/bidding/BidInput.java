package com.neighborbid.bidding;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a bid as a client writes it, for socket and HTTP alike. */
public final class BidInput {
    private static final BigInteger HIGHEST = BigInteger.valueOf(PlaceBid.HIGHEST);

    private BidInput() {}

    /** The bid's ref, or empty when there is none that can be read: 1 to 40 characters of good Unicode, no NUL. */
    public static Optional<String> ref(JsonObject object) {
        if (!(object.get("ref") instanceof JsonString string)) {
            return Optional.empty();
        }
        String ref = string.getString();
        int length = ref.codePointCount(0, ref.length());
        boolean readable = length >= 1
                && length <= PlaceBid.LONGEST_REF
                && ref.indexOf('\u0000') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(ref);
        return readable ? Optional.of(ref) : Optional.empty();
    }

    /**
     * The bid's number, or empty when it is not an integer from 0 to 2^53 - 1.
     *
     * @param maximum whether the number stands in {@code max}, else in {@code amount}
     */
    public static Optional<Long> value(JsonObject object, boolean maximum) {
        if (!(object.get(maximum ? "max" : "amount") instanceof JsonNumber number) || !number.isIntegral()) {
            return Optional.empty();
        }
        BigInteger integer = number.bigIntegerValue();
        boolean inRange = integer.signum() >= 0 && integer.compareTo(HIGHEST) <= 0;
        return inRange ? Optional.of(integer.longValueExact()) : Optional.empty();
    }
}
