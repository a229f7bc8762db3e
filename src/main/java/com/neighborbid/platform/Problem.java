package com.neighborbid.platform;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A problem by RFC 9457 with the house's {@code code}, and {@code errors} for bad fields. Its text is JSON, ready for
 * an HTTP answer from wherever one is written.
 *
 * @param json the whole object
 * @param retryAfterSeconds when to come back, 0 where there is no such time
 */
public record Problem(int status, String json, int retryAfterSeconds) {
    /** The media type of problems. */
    public static final MediaType TYPE = new MediaType("application", "problem+json", "UTF-8");

    /** The same as text; a {@code MediaType} cannot tell it outside of a container. */
    private static final String TYPE_TEXT = "application/problem+json;charset=UTF-8";

    /** The problem of a refusal. */
    public static Problem of(Rejection rejection, String detail) {
        return of(rejection, detail, List.of(), Map.of());
    }

    /** This with a time to come back. */
    public Problem retryAfter(int seconds) {
        return new Problem(status, json, seconds);
    }

    static Problem of(Rejection rejection, String detail, List<FieldError> errors, Map<String, Object> extras) {
        JsonObjectBuilder object = Json.object(extras)
                .add("type", "/problems/" + rejection.slug())
                .add("title", rejection.title())
                .add("status", rejection.status())
                .add("detail", detail)
                .add("code", rejection.name());
        if (!errors.isEmpty()) {
            JsonArrayBuilder list = Json.array();
            errors.forEach(
                    error -> list.add(Json.object().add("field", error.field()).add("message", error.message())));
            object.add("errors", list);
        }
        return new Problem(rejection.status(), object.build().toString(), 0);
    }

    /** This as a JAX-RS answer. */
    public Response response() {
        Response.ResponseBuilder response = Response.status(status).type(TYPE).entity(json);
        if (retryAfterSeconds > 0) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        return response.build();
    }

    /** A problem's text with the name of its request, {@code requestId}. */
    static String named(String json, String requestId) {
        return "{\"requestId\":\"" + requestId + "\"," + json.substring(1);
    }

    /** Writes this as the answer of a servlet or a filter. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(TYPE_TEXT);
        response.getWriter().write(named(json, RequestId.current()));
    }
}
