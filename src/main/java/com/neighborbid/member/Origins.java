package com.neighborbid.member;

import com.neighborbid.platform.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Origins (RFC 6454) from which a cookie is believed: those of the settings, and the address that the request itself
 * was sent to, as a trusted proxy in front names it.
 */
@ApplicationScoped
public class Origins {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final ClientAddress client;
    private final Set<String> allowed;

    @Inject
    Origins(MemberConfig config, ClientAddress client) {
        this.client = client;
        allowed = config.allowedOrigins().stream().map(Origins::normal).collect(Collectors.toUnmodifiableSet());
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected Origins() {
        client = null;
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
        return allowed.contains(normal)
                || host != null && normal.equals(normal(client.schemeOf(request) + "://" + host));
    }

    /** In lower case, without a default port; a text that is no address stays itself and is nobody's Origin. */
    private static String normal(String origin) {
        try {
            URI uri = URI.create(origin.toLowerCase(Locale.ROOT));
            if (uri.getHost() == null) {
                // Such as a name with an underscore: it is nobody else's, and there is no port to compare.
                return origin.toLowerCase(Locale.ROOT);
            }
            int usual = "https".equals(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
            String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            return uri.getScheme() + "://" + uri.getHost() + port;
        } catch (IllegalArgumentException notAnAddress) {
            return origin;
        }
    }
}
