package com.neighborbid.member;

import com.neighborbid.platform.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new password must be, by NIST SP 800-63B: long enough, and none that an attacker tries first (common ones, runs,
 * repetitions, the member's own address). No rule about kinds of characters, since those make passwords worse.
 */
final class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** Notes what is wrong with a password as a fault of the field that it came in. */
    static void check(Input input, String field, String password, EmailAddress email) {
        faultOf(password, email).ifPresent(fault -> input.fault(field, fault));
    }

    /** What is wrong with a password, or empty for a good one. */
    static Optional<String> faultOf(String password, EmailAddress email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.equals(email.key()) || lower.equals(EmailAddress.keyOf(email.localPart()))) {
            return Optional.of("must not be the e-mail address");
        }
        if (COMMON.contains(lower) || isRun(lower)) {
            return Optional.of("is one of those that are guessed first");
        }
        return Optional.empty();
    }

    /** Whether each character follows from the one before by the same step: aaaaaaaa, 12345678, hgfedcba. */
    private static boolean isRun(String text) {
        int step = text.charAt(1) - text.charAt(0);
        if (Math.abs(step) > 1) {
            return false;
        }
        for (int i = 2; i < text.length(); i++) {
            if (text.charAt(i) - text.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> common() {
        try (InputStream file = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (file == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
