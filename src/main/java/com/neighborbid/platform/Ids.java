package com.neighborbid.platform;

import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids: positive 63-bit numbers that rise with time (41 bits of milliseconds since 2026, 22 random bits), shown to the
 * world as 13 characters of Crockford's Base32 in lower case. The text is opaque to clients.
 */
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 13;
    private static final long EPOCH_MILLIS = 1_767_225_600_000L;
    private static final int RANDOM_BITS = 22;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A new id, above every one that this process made before. */
    public static long next(Time time) {
        long fresh = (time.now() - EPOCH_MILLIS) << RANDOM_BITS | RANDOM.nextInt(1 << RANDOM_BITS);
        return LAST.updateAndGet(last -> Math.max(fresh, last + 1));
    }

    /** The public text of an id: 13 characters. */
    public static String text(long id) {
        char[] text = new char[LENGTH];
        long rest = id;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }

    /** The id behind a public text, or empty for a text that no id has. */
    public static OptionalLong parse(String text) {
        if (text.length() != LENGTH || text.charAt(0) > '7') {
            return OptionalLong.empty();
        }
        long id = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            id = id << 5 | digit;
        }
        return OptionalLong.of(id);
    }
}
