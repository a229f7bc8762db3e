package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The address that a request came from, for limits by address. Behind a trusted proxy it is the last entry of {@code
 * X-Forwarded-For}, the one that the proxy itself wrote; from anybody else that header says nothing.
 */
@ApplicationScoped
public class ClientAddress {
    private final PlatformConfig config;

    @Inject
    public ClientAddress(PlatformConfig config) {
        this.config = config;
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected ClientAddress() {
        this(null);
    }

    /** The client's address as text. */
    public String of(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !config.trustedProxies().contains(peer)) {
            return peer;
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
