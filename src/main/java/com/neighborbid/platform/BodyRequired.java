package com.neighborbid.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Refuses a call without a body where {@link Input} is asked for; JAX-RS would hand over null. */
@Provider
public class BodyRequired implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext call) {
        boolean wantsBody = resource.getResourceMethod() != null
                && List.of(resource.getResourceMethod().getParameterTypes()).contains(Input.class);
        if (wantsBody && !call.hasEntity()) {
            throw new RejectedException(CommonRejection.MALFORMED, "The body is missing.");
        }
    }
}
