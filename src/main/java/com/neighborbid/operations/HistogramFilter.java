package com.neighborbid.operations;

import com.neighborbid.bidding.BidFigures;
import com.neighborbid.platform.DatabasePool;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * Writes the house's histograms after what MicroProfile Metrics says: that knows none which the application counts
 * itself, and a gauge with {@code le} is refused by Prometheus's own check. They are left out where a caller asks for
 * another scope, or for one name.
 */
@WebFilter(urlPatterns = "/metrics", asyncSupported = true)
public class HistogramFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient BidFigures bids;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        StillOpen open = new StillOpen(response);
        chain.doFilter(request, open);
        String type = response.getContentType();
        if (response.getStatus() == HttpServletResponse.SC_OK
                && type != null
                && type.startsWith("text/plain")
                && asksForOurs(request)) {
            PrintWriter writer = open.getWriter();
            for (Histogram histogram : histograms()) {
                writer.write(histogram.text());
            }
            writer.flush();
        }
    }

    private List<Histogram> histograms() {
        return List.of(
                new Histogram("nb_bid_answer_seconds", "From a bid's arrival to its answer", bids.answers()),
                new Histogram(
                        "nb_bid_recording_seconds", "From a decision to its commit in PostgreSQL", bids.recordings()),
                new Histogram(
                        "nb_postgres_pool_wait_seconds",
                        "How long work waited for a connection to PostgreSQL",
                        DatabasePool.waits()));
    }

    private static boolean asksForOurs(HttpServletRequest request) {
        String scope = request.getParameter("scope");
        return request.getParameter("name") == null && (scope == null || scope.equals("application"));
    }

    /** A response whose writer may be closed and goes on. */
    private static final class StillOpen extends HttpServletResponseWrapper {
        StillOpen(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            Writer writer = super.getWriter();
            return new PrintWriter(writer) {
                @Override
                public void close() {
                    flush();
                }
            };
        }
    }
}
