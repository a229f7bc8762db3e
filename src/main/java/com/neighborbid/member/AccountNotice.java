package com.neighborbid.member;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is to be mailed to a member about its account. It goes by mail alone: somebody else may be logged in.
 *
 * @param email the key of the member's address; there may be no such member
 */
public record AccountNotice(Kind kind, String email) {
    /** Where these wait; a message's body is the {@link #text()} of one. */
    public static final String QUEUE = "nb.account";

    /** What happened. */
    public enum Kind {
        /** Somebody asked for a new password, and may not know the old one. */
        RESET_ASKED,
        /** The password was changed, by whatever way. */
        PASSWORD_CHANGED
    }

    /** The kind, a blank, and the address. */
    public String text() {
        return kind + " " + email;
    }

    /** The notice behind a {@link #text()}; empty for a kind that a later version knows. */
    public static Optional<AccountNotice> parse(String text) {
        int blank = text.indexOf(' ');
        String name = text.substring(0, Math.max(blank, 0));
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .map(kind -> new AccountNotice(kind, text.substring(blank + 1)));
    }
}
