package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final int LET_IN = 200;

    private final Departure departure = new Departure(List.of(), new DepartureConfig(0, 1000, 1000), new Time());
    private final Map<String, String> headers = new TreeMap<>();

    @Test
    void letsInWhatTheRoleIsFor() throws Exception {
        assertEquals(LET_IN, status(EnumSet.of(Role.WEB), "GET", "/api/auctions"));
        assertEquals(LET_IN, status(EnumSet.of(Role.LIVE), "GET", "/ws/auctions/1"));
    }

    @Test
    void refusesPagesAndCallsWhereTheyAreNotServed() throws Exception {
        for (Role role : Set.of(Role.LIVE, Role.WORKER)) {
            assertEquals(503, status(EnumSet.of(role), "GET", "/"));
            assertEquals(503, status(EnumSet.of(role), "POST", "/api/payments"));
        }
    }

    @Test
    void sendsElsewhereWhatMayBeAskedTwiceOnceItLeaves() throws Exception {
        departure.leave();
        Set<Role> all = EnumSet.allOf(Role.class);
        assertEquals(502, status(all, "GET", "/api/auctions"));
        assertEquals(502, status(all, "HEAD", "/"));
        assertEquals(502, status(all, "GET", "/ws/auctions/1"));
        assertEquals(LET_IN, status(all, "POST", "/api/payments"));
        assertEquals(LET_IN, status(all, "PUT", "/api/auctions/1/paddle"));
        assertEquals("close", headers.get("Connection"));
    }

    @Test
    void tellsItsHealthAndFiguresWhateverItDoes() throws Exception {
        departure.leave();
        for (String path : List.of("/health/ready", "/metrics")) {
            assertEquals(LET_IN, status(EnumSet.of(Role.WORKER), "GET", path));
        }
    }

    @Test
    void keepsNoConnectionBusyWhileItStays() throws Exception {
        status(EnumSet.allOf(Role.class), "GET", "/");
        assertEquals(Map.of(), headers);
    }

    private int status(Set<Role> roles, String method, String path) throws Exception {
        PlatformConfig config = new PlatformConfig(
                "n", roles, Path.of("."), "", "", "", RedisAddress.parse("redis://127.0.0.1"), 2, 100, Set.of(), true);
        int[] status = {LET_IN};
        new Gate(config, departure).doFilter(request(method, path), response(status), (request, response) -> {});
        return status[0];
    }

    private static HttpServletRequest request(String method, String path) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                GateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, call, arguments) -> switch (call.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getContextPath" -> "";
                    case "isAsyncStarted" -> false;
                    default -> throw new UnsupportedOperationException(call.getName());
                });
    }

    private HttpServletResponse response(int[] status) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                GateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, call, arguments) -> switch (call.getName()) {
                    case "setStatus" -> {
                        status[0] = (int) arguments[0];
                        yield null;
                    }
                    case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                    case "setContentType" -> null;
                    case "getWriter" -> new PrintWriter(new StringWriter());
                    default -> throw new UnsupportedOperationException(call.getName());
                });
    }
}
