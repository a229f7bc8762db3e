package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * Where a request came from, and how. A trusted proxy tells both: the address by the last entry of {@code
 * X-Forwarded-For}, the one that it wrote itself, the scheme by {@code X-Forwarded-Proto}. From anybody else these
 * headers say nothing.
 */
@ApplicationScoped
public class ClientAddress {
    private final List<Network> proxies;

    /** @throws IllegalArgumentException when a trusted proxy is neither an address nor a network */
    @Inject
    public ClientAddress(PlatformConfig config) {
        proxies = config.trustedProxies().stream().map(Network::parse).toList();
    }

    /** For the container's proxy alone. */
    protected ClientAddress() {
        proxies = List.of();
    }

    /** The client's address as text, for limits by address. */
    public String of(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !isFromProxy(request)) {
            return request.getRemoteAddr();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /** The scheme that the client used, before any proxy: {@code http} or {@code https}. */
    public String schemeOf(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Proto");
        if (forwarded == null || !isFromProxy(request)) {
            return request.isSecure() ? "https" : "http";
        }
        return forwarded.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the client's side of the request is encrypted. */
    public boolean isSecure(HttpServletRequest request) {
        return schemeOf(request).equals("https");
    }

    private boolean isFromProxy(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        return proxies.stream().anyMatch(network -> network.contains(peer));
    }
}
