package com.neighborbid.member;

import com.neighborbid.platform.Ids;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as HTML's {@code input type=email} takes it (a deliberate subset of RFC 5322), with a dot in its
 * domain and the lengths of RFC 5321.
 *
 * @param text as it was written: mail goes there
 */
record EmailAddress(String text) {
    private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final String ATOM = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern FORM =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");
    /** A domain without a dot, which no address may have. */
    private static final String ERASED = "@erased";

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /** The address, or empty for a text that is none. */
    static Optional<EmailAddress> parse(String text) {
        boolean good = text.length() <= LONGEST
                && text.indexOf('@') <= LONGEST_LOCAL_PART
                && FORM.matcher(text).matches();
        return good ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** What makes it the same as another: a member is known by it. */
    String key() {
        return keyOf(text);
    }

    static String keyOf(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** What stands in the place of an erased member's address: none that anybody could have. */
    static String ofErased(long member) {
        return Ids.text(member) + ERASED;
    }

    static boolean isErased(String text) {
        return text.endsWith(ERASED);
    }

    /** The part before the @. */
    String localPart() {
        return text.substring(0, text.indexOf('@'));
    }
}
