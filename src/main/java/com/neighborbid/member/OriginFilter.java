package com.neighborbid.member;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.RejectedException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Refuses what a cookie authorises and changes something, unless it comes from an allowed Origin. */
@Provider
@PreMatching
public class OriginFilter implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Origins origins;

    @Override
    public void filter(ContainerRequestContext call) {
        boolean byCookie = Credentials.of(request).map(Credentials::fromCookie).orElse(false)
                && request.getUserPrincipal() != null;
        if (byCookie && !READING.contains(call.getMethod()) && !origins.allows(request)) {
            throw new RejectedException(CommonRejection.FORBIDDEN_ORIGIN);
        }
    }
}
