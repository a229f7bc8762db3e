package com.neighborbid.member;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.Problem;
import com.neighborbid.platform.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Tells the container who calls, by the session's token, for calls under {@code /api} and handshakes under {@code /ws};
 * pages and pictures have no caller. The container asks on every request, and again before a 401: the look-up is kept
 * with the request. To refuse here would write an answer that the container then writes another upon.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = System.getLogger(SessionMechanism.class.getName());
    private static final String CALLER = SessionMechanism.class.getName();

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            Optional<MemberPrincipal> caller = caller(request);
            if (caller.isPresent()) {
                return context.notifyContainerAboutLogin(
                        caller.get(), caller.get().roles());
            }
            if (Credentials.of(request).map(Credentials::fromCookie).orElse(false) && asksForCaller(request)) {
                Credentials.forget(response);
            }
        } catch (PersistenceException | UnavailableException e) {
            LOG.log(Level.WARNING, "No session could be looked up: {0}", e.getMessage());
            return refuse(response, CommonRejection.UNAVAILABLE);
        }
        // A protected call goes on without a caller: the roles' filter then refuses it, and ProblemMapper answers.
        return context.doNothing();
    }

    private Optional<MemberPrincipal> caller(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Known known) {
            return known.caller;
        }
        Optional<MemberPrincipal> caller = asksForCaller(request)
                ? Credentials.of(request).flatMap(given -> sessions.find(given.token()))
                : Optional.empty();
        request.setAttribute(CALLER, new Known(caller));
        return caller;
    }

    private static boolean asksForCaller(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/ws/");
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, CommonRejection rejection)
            throws AuthenticationException {
        try {
            Problem.of(rejection, rejection.title()).write(response);
        } catch (IOException e) {
            throw new AuthenticationException("The refusal could not be written", e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private record Known(Optional<MemberPrincipal> caller) {}
}
