package com.neighborbid.platform;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses content types that cannot be read with a problem, before Jersey trips over them and answers with nothing. */
@Provider
@PreMatching
public class ReadableHeaders implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext call) {
        try {
            call.getMediaType();
        } catch (ProcessingException unreadable) {
            throw new RejectedException(CommonRejection.UNSUPPORTED_MEDIA_TYPE);
        }
        try {
            call.getAcceptableMediaTypes();
        } catch (ProcessingException unreadable) {
            throw new RejectedException(CommonRejection.NOT_ACCEPTABLE);
        }
    }
}
