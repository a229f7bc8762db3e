package com.neighborbid.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Gives each request its name: the one that it brings in {@code X-Request-Id}, if that is 1 to 64 letters, digits, dots,
 * dashes or underscores, else a new one. The answer carries it, too.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestIdFilter extends HttpFilter {
    static final String ATTRIBUTE = RequestId.class.getName();

    private static final long serialVersionUID = 1L;
    private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Time time;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String given = request.getHeader(RequestId.HEADER);
        String id = given != null && GOOD.matcher(given).matches() ? given : Ids.text(Ids.next(time));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(RequestId.HEADER, id);
        try (RequestId.Scope named = RequestId.enter(id)) {
            chain.doFilter(request, response);
        }
    }
}
