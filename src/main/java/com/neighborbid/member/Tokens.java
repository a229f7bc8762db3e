package com.neighborbid.member;

import com.neighborbid.platform.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Tokens that are a right to whoever shows them: 256 random bits, given out once and kept as their SHA-256. */
final class Tokens {
    /** The characters of one. */
    static final int LENGTH = 43;

    private static final int BYTES = 32;

    private Tokens() {}

    static String make(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What is kept of one. */
    static String hashOf(String token) {
        return Hashes.sha256Hex(token.getBytes(StandardCharsets.UTF_8));
    }
}
