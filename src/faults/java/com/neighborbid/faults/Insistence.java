package com.neighborbid.faults;

import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks the house again, in the same words, until it has an answer of its own. For calls that may be repeated. */
final class Insistence {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();
    private static final int SERVER_ERROR = 500;
    private static final Set<String> NONE = Set.of("IDEMPOTENCY_IN_PROGRESS", "RATE_LIMITED", "CHANGED_MEANWHILE");

    private Insistence() {}

    /** @throws ContractException when no answer came in two minutes */
    static Answer on(Supplier<Answer> call) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            ContractException lost = null;
            try {
                Answer answer = call.get();
                // Without a code a 404 is a starting container's; with one it is the house's own.
                boolean own = answer.status() < SERVER_ERROR
                        && (answer.status() != 404 || !answer.code().isEmpty());
                if (own && !NONE.contains(answer.code())) {
                    return answer;
                }
            } catch (ContractException e) {
                lost = e;
            }
            if (System.nanoTime() - latest > 0 || Thread.currentThread().isInterrupted()) {
                throw new ContractException("no answer in " + PATIENCE.toSeconds() + " s", lost);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
