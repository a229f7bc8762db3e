package com.neighborbid.member;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * A session's token as a request brings it. A Bearer token goes before a cookie: no page of a stranger can send one, so
 * it needs no Origin.
 *
 * @param fromCookie whether the browser added it by itself
 */
public record Credentials(String token, boolean fromCookie) {
    /** The session's cookie. */
    static final String COOKIE = "nb_session";

    private static final String SCHEME = "Bearer ";

    /** What the request brings, good or bad, or empty for nothing. */
    public static Optional<Credentials> of(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(
                    new Credentials(authorization.substring(SCHEME.length()).strip(), false));
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                    return Optional.of(new Credentials(cookie.getValue(), true));
                }
            }
        }
        return Optional.empty();
    }

    /** Takes back a cookie that is no longer good: a page cannot do it by itself. */
    public static void forget(HttpServletResponse response) {
        Cookie cookie = new Cookie(COOKIE, "");
        cookie.setPath("/");
        cookie.setMaxAge(0);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
    }

    /** Without the token, which is as good as a password. */
    @Override
    public String toString() {
        return "Credentials[fromCookie=" + fromCookie + "]";
    }
}
