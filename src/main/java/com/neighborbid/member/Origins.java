package com.neighborbid.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Origins (RFC 6454) from which a cookie is believed: those of the settings, and the address that the request itself
 * was sent to, as the proxy in front names it.
 */
@ApplicationScoped
public class Origins {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Set<String> allowed;

    @Inject
    Origins(MemberConfig config) {
        allowed = config.allowedOrigins().stream().map(Origins::normal).collect(Collectors.toUnmodifiableSet());
    }

    /** For the container's proxy alone. */
    protected Origins() {
        allowed = Set.of();
    }

    /** Whether the request comes from an allowed Origin; without the header it does not. */
    public boolean allows(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null || origin.equals("null")) {
            return false;
        }
        String normal = normal(origin);
        String host = request.getHeader("Host");
        return allowed.contains(normal) || host != null && normal.equals(normal(scheme(request) + "://" + host));
    }

    /** Whether the client's side of the request, before any proxy, is encrypted. */
    static boolean isSecure(HttpServletRequest request) {
        return scheme(request).equals("https");
    }

    private static String scheme(HttpServletRequest request) {
        @Nullable String forwarded = request.getHeader("X-Forwarded-Proto");
        if (forwarded == null) {
            return request.isSecure() ? "https" : "http";
        }
        return forwarded.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** In lower case, without a default port; a text that is no address stays itself and is nobody's Origin. */
    private static String normal(String origin) {
        try {
            URI uri = URI.create(origin.toLowerCase(Locale.ROOT));
            int usual = "https".equals(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
            String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            return uri.getScheme() + "://" + uri.getHost() + port;
        } catch (IllegalArgumentException notAnAddress) {
            return origin;
        }
    }
}
