package com.neighborbid.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/**
 * Carries a {@link Rejection} out of a transaction, which it rolls back, to the mapper that answers with a problem. It
 * has no stack trace: a refusal is not a fault.
 */
@ApplicationException(rollback = true)
public class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extras;
    private int retryAfterSeconds;

    /** A refusal whose detail is its title. */
    public RejectedException(Rejection rejection) {
        this(rejection, rejection.title());
    }

    /** A refusal with a detail of its own. */
    public RejectedException(Rejection rejection, String detail) {
        this(rejection, detail, List.of(), Map.of());
    }

    /** A refusal that names fields, or adds members to the problem (such as a bid's {@code next}). */
    public RejectedException(Rejection rejection, String detail, List<FieldError> errors, Map<String, Object> extras) {
        super(detail, null, false, false);
        this.rejection = rejection;
        this.errors = List.copyOf(errors);
        this.extras = Map.copyOf(extras);
    }

    /** One bad field. */
    public static RejectedException invalid(String field, String message) {
        return new RejectedException(
                CommonRejection.INVALID, field + ": " + message, List.of(new FieldError(field, message)), Map.of());
    }

    /** Nothing is there under that id. */
    public static RejectedException notFound(String what) {
        return new RejectedException(CommonRejection.NOT_FOUND, "There is no such " + what + ".");
    }

    /** Come back later, and when. */
    public static RejectedException retryAfter(Rejection rejection, int seconds) {
        RejectedException refusal = new RejectedException(rejection);
        refusal.retryAfterSeconds = seconds;
        return refusal;
    }

    public Rejection rejection() {
        return rejection;
    }

    /** The problem that this answers with. */
    public Problem problem() {
        return Problem.of(rejection, String.valueOf(getMessage()), errors, extras)
                .retryAfter(retryAfterSeconds);
    }
}
