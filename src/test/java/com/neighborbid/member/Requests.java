package com.neighborbid.member;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Requests that have a sender, headers, and a cookie where a header of that name is given, and nothing else. */
final class Requests {
    private Requests() {}

    static HttpServletRequest with(Map<String, String> headers) {
        return with("127.0.0.1", headers);
    }

    static HttpServletRequest with(String peer, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> headers.get((String) arguments[0]);
                    case "isSecure" -> false;
                    case "getRemoteAddr" -> peer;
                    case "getCookies" ->
                        headers.containsKey("Cookie")
                                ? new Cookie[] {new Cookie(Credentials.COOKIE, headers.get("Cookie"))}
                                : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
