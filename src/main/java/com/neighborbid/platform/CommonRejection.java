package com.neighborbid.platform;

/** Refusals that any call may give. */
public enum CommonRejection implements Rejection {
    INVALID(400, "Some fields are not as they should be."),
    MALFORMED(400, "The request could not be read."),
    IDEMPOTENCY_KEY_REQUIRED(400, "The header Idempotency-Key is missing."),
    IDEMPOTENCY_MISMATCH(422, "This Idempotency-Key was used with another request."),
    IDEMPOTENCY_IN_PROGRESS(409, "A request with this Idempotency-Key is still running."),
    UNAUTHENTICATED(401, "Sign in first."),
    FORBIDDEN(403, "You may not do this."),
    FORBIDDEN_ORIGIN(403, "This call must come from an allowed Origin."),
    NOT_FOUND(404, "There is no such thing."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method."),
    NOT_ACCEPTABLE(406, "This address does not speak the accepted types."),
    TOO_LARGE(413, "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "This address does not take that content type."),
    RATE_LIMITED(429, "Too many requests: wait a little."),
    INTERNAL(500, "Something went wrong on our side."),
    UNAVAILABLE(503, "A part of the house is not available: try again."),
    LEAVING(502, "This instance is leaving: ask another.");

    private final int status;
    private final String title;

    CommonRejection(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The refusal behind a bare HTTP status of 400 or more. */
    static CommonRejection ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? MALFORMED : INTERNAL;
        };
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
