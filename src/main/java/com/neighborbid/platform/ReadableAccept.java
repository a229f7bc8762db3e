package com.neighborbid.platform;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses a header {@code Accept} that cannot be read with a problem; Jersey would answer with nothing. */
@Provider
@PreMatching
public class ReadableAccept implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext call) {
        try {
            call.getAcceptableMediaTypes();
        } catch (ProcessingException unreadable) {
            throw new RejectedException(CommonRejection.NOT_ACCEPTABLE);
        }
    }
}
