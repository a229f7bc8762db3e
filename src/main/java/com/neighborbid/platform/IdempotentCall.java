package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that moves money, made once however often it is sent. The key is written in the transaction of the effect; a
 * refusal, whose transaction is rolled back, is written in one of its own. A fault (5xx) is not kept.
 */
@ApplicationScoped
public class IdempotentCall {
    private static final int LONGEST_KEY = 200;

    private final IdempotencyKeys keys;

    @Inject
    public IdempotentCall(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /** For the container's proxy alone. */
    @SuppressWarnings({"NullAway", "unused"})
    protected IdempotentCall() {
        this(null);
    }

    /**
     * Runs the effect, or answers as the first time.
     *
     * @param member whose key it is
     * @param key the header's value: 1 to 200 characters
     * @param request what the key is bound to: method, path and body
     * @param effect makes the effect and its answer, inside the transaction that this begins
     */
    public Response run(long member, @Nullable String key, String request, Supplier<Answer> effect) {
        if (key == null || key.isEmpty()) {
            throw new RejectedException(CommonRejection.IDEMPOTENCY_KEY_REQUIRED);
        }
        if (key.length() > LONGEST_KEY) {
            throw RejectedException.invalid("Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        String hash = Hashes.sha256Hex(request.getBytes(StandardCharsets.UTF_8));
        try {
            return keys.runOnce(member, key, hash, effect);
        } catch (RejectedException refusal) {
            if (refusal.rejection() instanceof CommonRejection common && isAboutTheKey(common)) {
                throw refusal;
            }
            Problem problem = refusal.problem();
            return keys.runOnce(member, key, hash, () -> new Answer(problem.status(), problem.json()));
        }
    }

    /** As {@link #run}, for calls that take a key and do not ask for one. */
    public Response runIfKeyed(long member, @Nullable String key, String request, Supplier<Answer> effect) {
        return key == null ? effect.get().response(false) : run(member, key, request, effect);
    }

    private static boolean isAboutTheKey(CommonRejection rejection) {
        return rejection == CommonRejection.IDEMPOTENCY_MISMATCH
                || rejection == CommonRejection.IDEMPOTENCY_IN_PROGRESS;
    }

    /** An answer as it is kept: status and JSON text. */
    public record Answer(int status, String json) {
        Response response(boolean replayed) {
            Response.ResponseBuilder response = Response.status(status)
                    .type(status < 400 ? jakarta.ws.rs.core.MediaType.APPLICATION_JSON_TYPE : Problem.TYPE)
                    .entity(json);
            if (replayed) {
                response.header("Idempotent-Replayed", "true");
            }
            return response.build();
        }
    }
}
