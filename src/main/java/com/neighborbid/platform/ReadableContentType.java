package com.neighborbid.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** Refuses a content type that cannot be read with a problem; Jersey would answer with nothing, before any filter. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class ReadableContentType extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isReadable(Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE)))) {
            chain.doFilter(request, response);
        } else {
            CommonRejection rejection = CommonRejection.UNSUPPORTED_MEDIA_TYPE;
            Problem.of(rejection, rejection.title()).write(response);
        }
    }

    private static boolean isReadable(List<String> types) {
        try {
            types.forEach(MediaType::valueOf);
            return types.size() <= 1;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
