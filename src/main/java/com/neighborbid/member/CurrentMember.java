package com.neighborbid.member;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalLong;

/** The member who makes the HTTP call at hand. */
@RequestScoped
public class CurrentMember {
    private final HttpServletRequest request;

    @Inject
    CurrentMember(HttpServletRequest request) {
        this.request = request;
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected CurrentMember() {
        this(null);
    }

    /**
     * The member's id.
     *
     * @throws RejectedException {@code UNAUTHENTICATED} without a session
     */
    public long id() {
        return principal().id();
    }

    /** The member's id, or empty for a guest. */
    public OptionalLong optionalId() {
        return caller().map(principal -> OptionalLong.of(principal.id())).orElse(OptionalLong.empty());
    }

    /** The member and its session; throws as {@link #id}. */
    public MemberPrincipal principal() {
        return caller().orElseThrow(() -> new RejectedException(CommonRejection.UNAUTHENTICATED));
    }

    private Optional<MemberPrincipal> caller() {
        return request.getUserPrincipal() instanceof MemberPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }
}
