package com.neighborbid.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the pages: every address that is no file is the one page, whose script knows what to show there. Every answer
 * carries strict headers; the only inline script that may run is the page's import map, by its hash.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/index.html";
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final List<String> NOT_PAGES =
            List.of("/api/", "/ws/", "/health", "/metrics", "/openapi", "/_static/", "/webjars/");
    private static final long YEAR_SECONDS = 31_536_000;

    private String contentPolicy = "";

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        contentPolicy = "default-src 'self'; script-src 'self'" + importMapHash(config) + "; style-src 'self';"
                + " img-src 'self' blob: data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none';"
                + " form-action 'self'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        response.setHeader("Content-Security-Policy", contentPolicy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (path.startsWith("/_static/")) {
            response.setHeader("Cache-Control", "public, max-age=" + YEAR_SECONDS + ", immutable");
        } else if (path.startsWith("/api/")) {
            response.setHeader("Cache-Control", "no-store");
        } else if (!path.startsWith("/ws/")) {
            response.setHeader("Cache-Control", "no-cache");
        }
        if (isPage(request, path)) {
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request, String path) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && NOT_PAGES.stream().noneMatch(path::startsWith)
                && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }

    private static String importMapHash(FilterConfig config) throws ServletException {
        try (InputStream page = config.getServletContext().getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new ServletException("No " + PAGE + " in the WAR");
            }
            Matcher map = IMPORT_MAP.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            if (!map.find()) {
                throw new ServletException("No import map in " + PAGE);
            }
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
            return " 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new ServletException("The page could not be read", e);
        }
    }
}
