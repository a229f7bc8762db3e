package com.neighborbid.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Puts the request's name into each problem, wherever and on whatever thread that was made. */
@Provider
public class ProblemNamer implements ContainerResponseFilter {
    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        if (Problem.TYPE.isCompatible(answer.getMediaType())
                && answer.getEntity() instanceof String problem
                && request.getAttribute(RequestIdFilter.ATTRIBUTE) instanceof String id) {
            answer.setEntity(Problem.named(problem, id), null, Problem.TYPE);
        }
    }
}
