package com.neighborbid.live;

import com.neighborbid.auction.Auctions;
import com.neighborbid.member.Credentials;
import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.member.Origins;
import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.Problem;
import com.neighborbid.platform.Role;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Settles who may open a socket before there is one, while a refusal is still a plain HTTP answer: 404 for an unknown
 * room, 401 for a token that is no longer good (and for none where it is a member's own), 403 for a cookie from a
 * foreign Origin and for the console of whoever is no admin, 503 for a full node.
 */
@WebFilter(urlPatterns = "/ws/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ROOM = "/ws/auctions/";
    private static final String FEED = "/ws/feed";
    private static final String OWN = "/ws/me";
    private static final String CONSOLE = "/ws/admin";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Rooms rooms;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Lobby lobby;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Lines lines;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Visits visits;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient Origins origins;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient LiveConfig config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<CommonRejection> refusal = refusal(request);
        if (refusal.isPresent()) {
            Problem.of(refusal.get(), refusal.get().title()).write(response);
        } else if (!isServedHere(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean isServedHere(HttpServletRequest request, HttpServletResponse response) {
        OptionalLong auction = auction(path(request));
        return auction.isPresent()
                && lines.take(
                        request,
                        response,
                        outlet ->
                                visits.begin(auction.getAsLong(), request.getUserPrincipal(), query(request), outlet));
    }

    private static Map<String, List<String>> query(HttpServletRequest request) {
        Map<String, List<String>> query = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, List.of(values)));
        return query;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private Optional<CommonRejection> refusal(HttpServletRequest request) {
        if (!platform.is(Role.LIVE) || rooms.sockets() + lobby.sockets().size() >= config.socketsMost()) {
            return Optional.of(CommonRejection.UNAVAILABLE);
        }
        Optional<Credentials> credentials = Credentials.of(request);
        if (credentials.isPresent() && request.getUserPrincipal() == null) {
            return Optional.of(CommonRejection.UNAUTHENTICATED);
        }
        if (credentials.map(Credentials::fromCookie).orElse(false) && !origins.allows(request)) {
            return Optional.of(CommonRejection.FORBIDDEN_ORIGIN);
        }
        String path = path(request);
        if (path.equals(OWN) && credentials.isEmpty()) {
            return Optional.of(CommonRejection.UNAUTHENTICATED);
        }
        if (path.equals(CONSOLE)) {
            return isAdmin(request) ? Optional.empty() : Optional.of(CommonRejection.FORBIDDEN);
        }
        return path.equals(OWN) || path.equals(FEED) || isRoom(path)
                ? Optional.empty()
                : Optional.of(CommonRejection.NOT_FOUND);
    }

    private static boolean isAdmin(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof MemberPrincipal member
                && member.roles().contains("admin");
    }

    private static OptionalLong auction(String path) {
        return path.startsWith(ROOM) ? Ids.parse(path.substring(ROOM.length())) : OptionalLong.empty();
    }

    private boolean isRoom(String path) {
        OptionalLong auction = auction(path);
        return auction.isPresent() && (rooms.isOpen(auction.getAsLong()) || auctions.isKnown(auction.getAsLong()));
    }
}
