package com.neighborbid.member;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What other components know of a member.
 *
 * @param rating the mean of its reviews' stars, 1 to 5, or null before the first
 * @param neighbourhood null unless one is proven and not over
 */
public record Profile(
        long id,
        String displayName,
        String email,
        Language language,
        @Nullable Double rating,
        @Nullable Neighbourhood neighbourhood) {

    /** Whether the member has left, and nobody reads what is sent to it. */
    public boolean isErased() {
        return EmailAddress.isErased(email);
    }

    /** Where the member is proven to be at present. */
    public Optional<Neighbourhood> place() {
        return Optional.ofNullable(neighbourhood);
    }
}
