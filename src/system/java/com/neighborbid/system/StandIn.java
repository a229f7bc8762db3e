package com.neighborbid.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands for an instance where only what nginx does with it matters. The path says what it does: {@code /api/status/503}
 * is answered with that status, {@code /api/drop} by hanging up after the request was read, {@code /ws/held} when it is let
 * go, all else with 200.
 */
final class StandIn implements AutoCloseable {
    /** Connections that may come at once. */
    private static final int BACKLOG = 1000;

    private static final String TEXT = "one lot after the other. ".repeat(200);

    /** What nginx asks of itself. */
    private static final String PROBE = "/health/live";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HttpExchange> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private volatile boolean leaving;
    private volatile boolean still;

    StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The requests that came so far, but for nginx's own. */
    List<HttpExchange> seen() {
        return seen;
    }

    /** Answers a GET with 502 from now on, as an instance does on its way out. */
    void leave() {
        leaving = true;
    }

    /** Answers nothing from now on, until it is let go. */
    void standStill() {
        still = true;
    }

    /** Answers what was held. */
    void letGo() {
        letGo.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (!path.equals(PROBE)) {
                seen.add(exchange);
            }
            if (path.equals("/api/drop")) {
                return;
            }
            if (still || path.equals("/ws/held")) {
                hold();
            }
            byte[] text = TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", path.startsWith("/_static/") ? "text/css" : "text/plain");
            exchange.getResponseHeaders()
                    .add("Cache-Control", path.startsWith("/_static/") ? "public, max-age=60" : "no-store");
            exchange.sendResponseHeaders(status(exchange, path), text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private void hold() {
        try {
            letGo.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private int status(HttpExchange exchange, String path) {
        if (leaving && exchange.getRequestMethod().equals("GET")) {
            return 502;
        }
        return path.startsWith("/api/status/") ? Integer.parseInt(path.substring("/api/status/".length())) : 200;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
