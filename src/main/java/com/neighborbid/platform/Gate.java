package com.neighborbid.platform;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Lets in what this instance is there for: health and figures always, pages and the API with the role {@code web}; and
 * once the {@link Departure} has begun, only what must not be asked twice. The rest gets 502, which tells a proxy to ask
 * another instance: not 503, for that is an engine that is missing everywhere.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Gate extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final List<String> OF_EVERY_INSTANCE = List.of("/health", "/metrics");

    private final transient PlatformConfig platform;
    private final transient Departure departure;

    @Inject
    public Gate(PlatformConfig platform, Departure departure) {
        this.platform = platform;
        this.departure = departure;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (departure.isBegun()) {
            response.setHeader("Connection", "close");
        }
        Optional<CommonRejection> refusal = refusal(request);
        if (refusal.isPresent()) {
            Problem.of(refusal.get(), refusal.get().title()).write(response);
            return;
        }
        departure.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            exit(request);
        }
    }

    private Optional<CommonRejection> refusal(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (OF_EVERY_INSTANCE.stream().anyMatch(path::startsWith)) {
            return Optional.empty();
        }
        if (!path.startsWith("/ws/") && !platform.is(Role.WEB)) {
            return Optional.of(CommonRejection.UNAVAILABLE);
        }
        boolean asWellElsewhere =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return departure.isBegun() && asWellElsewhere ? Optional.of(CommonRejection.LEAVING) : Optional.empty();
    }

    private void exit(HttpServletRequest request) {
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new Answered());
        } else {
            departure.exit();
        }
    }

    /** A call that is answered by another thread: completed at last, whatever comes before. */
    private final class Answered implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            departure.exit();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Completed next.
        }

        @Override
        public void onError(AsyncEvent event) {
            // Completed next.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
