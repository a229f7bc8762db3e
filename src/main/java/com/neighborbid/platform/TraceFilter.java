package com.neighborbid.platform;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what Payara's span of a call says: its route has slashes, a refusal that was foreseen is no error, and the
 * name in the log leads to it. The answer tells its trace in {@code traceresponse}, a draft of W3C's.
 */
@Provider
public class TraceFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String SPAN = TraceFilter.class.getName();
    private static final String API = "/api";
    private static final int FIRST_SERVER_ERROR = 500;

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo called;

    @Override
    public void filter(ContainerRequestContext request) {
        Span span = Traces.current();
        if (span.isRecording()) {
            String route = API + path(called.getResourceClass()) + path(called.getResourceMethod());
            span.updateName(request.getMethod() + " " + route);
            span.setAttribute("http.route", route);
            span.setAttribute("nb.request", RequestId.current());
        }
        request.setProperty(SPAN, span);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(SPAN) instanceof Span span && span.isRecording()) {
            String header = Traces.header(span);
            if (header != null) {
                response.getHeaders().putSingle("traceresponse", header);
            }
            if (response.getStatus() < FIRST_SERVER_ERROR) {
                span.setStatus(StatusCode.UNSET);
                span.setAttribute("error", false);
            }
        }
    }

    private static String path(AnnotatedElement annotated) {
        @Nullable Path path = annotated.getAnnotation(Path.class);
        if (path == null || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }
}
