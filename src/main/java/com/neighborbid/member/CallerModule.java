package com.neighborbid.member;

import com.neighborbid.platform.CommonRejection;
import com.neighborbid.platform.Problem;
import com.neighborbid.platform.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * Tells the container who calls, by the session's token, for calls under {@code /api} and handshakes under {@code /ws};
 * pages and pictures have no caller. The container asks on every request, and again before a 401: the look-up is kept
 * with the request. To refuse here would write an answer that the container then writes another upon.
 *
 * <p>It is a module of Jakarta Authentication: the mechanism of Jakarta Security above it looks for its beans through JNDI
 * twice a request, which takes longer than the look-up of the session.
 */
@ApplicationScoped
public class CallerModule implements ServerAuthModule {
    private static final Logger LOG = System.getLogger(CallerModule.class.getName());
    private static final String CALLER = CallerModule.class.getName();

    @Inject
    @SuppressWarnings("NullAway.Init")
    Sessions sessions;

    private volatile CallbackHandler container = callbacks -> {
        throw new IOException("The container has not begun");
    };

    @Override
    @SuppressWarnings("rawtypes")
    public void initialize(MessagePolicy request, MessagePolicy response, CallbackHandler handler, Map options) {
        container = handler;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class[] getSupportedMessageTypes() {
        return new Class[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo call, Subject client, Subject service) throws AuthException {
        HttpServletRequest request = (HttpServletRequest) call.getRequestMessage();
        HttpServletResponse response = (HttpServletResponse) call.getResponseMessage();
        try {
            Optional<MemberPrincipal> caller = caller(request);
            if (caller.isPresent()) {
                String[] roles = caller.get().roles().toArray(String[]::new);
                tell(new CallerPrincipalCallback(client, caller.get()), new GroupPrincipalCallback(client, roles));
            } else if (asksForCaller(request)
                    && Credentials.of(request).map(Credentials::fromCookie).orElse(false)) {
                Credentials.forget(response);
            }
        } catch (UnavailableException | PersistenceException e) {
            LOG.log(Level.WARNING, "No session could be looked up: {0}", e.getMessage());
            refuse(response);
            return AuthStatus.SEND_FAILURE;
        }
        // A protected call goes on without a caller: the roles' filter then refuses it, and ProblemMapper answers.
        return AuthStatus.SUCCESS;
    }

    @Override
    public AuthStatus secureResponse(MessageInfo call, Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo call, Subject subject) {
        subject.getPrincipals().clear();
    }

    private void tell(Callback... callbacks) throws AuthException {
        try {
            container.handle(callbacks);
        } catch (IOException | UnsupportedCallbackException e) {
            throw (AuthException) new AuthException("The container does not take a caller").initCause(e);
        }
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

    private static void refuse(HttpServletResponse response) throws AuthException {
        try {
            Problem.of(CommonRejection.UNAVAILABLE, CommonRejection.UNAVAILABLE.title())
                    .write(response);
        } catch (IOException e) {
            throw (AuthException) new AuthException("The refusal could not be written").initCause(e);
        }
    }

    private record Known(Optional<MemberPrincipal> caller) {}
}
