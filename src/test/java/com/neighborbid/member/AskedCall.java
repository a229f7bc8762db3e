package com.neighborbid.member;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import org.jspecify.annotations.Nullable;

/** A call of which the container asks {@link CallerModule} who makes it: what it is told, and what is answered. */
final class AskedCall {
    private final Map<String, Object> attributes = new HashMap<>();
    private final StringWriter written = new StringWriter();
    private final List<String> groups = new ArrayList<>();
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private @Nullable MemberPrincipal caller;
    private @Nullable Cookie cookie;
    private int status;

    AskedCall(String path, Map<String, String> headers) {
        HttpServletRequest plain = Requests.with(headers);
        request = as(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getRequestURI" -> path;
            case "getContextPath" -> "";
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            default -> method.invoke(plain, arguments);
        });
        response = as(HttpServletResponse.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "addCookie" -> cookie = (Cookie) arguments[0];
                case "setStatus" -> status = (int) arguments[0];
                case "setContentType" -> {}
                case "getWriter" -> {
                    return new PrintWriter(written, true);
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    /** Asks as the container does. */
    AuthStatus ask(CallerModule module) throws AuthException {
        groups.clear();
        module.initialize(null, null, this::told, Map.of());
        MessageInfo info = as(MessageInfo.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getRequestMessage" -> request;
            case "getResponseMessage" -> response;
            default -> throw new UnsupportedOperationException(method.getName());
        });
        return module.validateRequest(info, new Subject(), new Subject());
    }

    Optional<MemberPrincipal> caller() {
        return Optional.ofNullable(caller);
    }

    List<String> groups() {
        return groups;
    }

    boolean forgetsCookie() {
        return cookie != null && cookie.getName().equals(Credentials.COOKIE) && cookie.getMaxAge() == 0;
    }

    int status() {
        return status;
    }

    String text() {
        return written.toString();
    }

    private void told(Callback... callbacks) {
        for (Callback callback : callbacks) {
            if (callback instanceof CallerPrincipalCallback told) {
                caller = (MemberPrincipal) told.getPrincipal();
            } else if (callback instanceof GroupPrincipalCallback told) {
                groups.addAll(List.of(told.getGroups()));
            }
        }
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(AskedCall.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
