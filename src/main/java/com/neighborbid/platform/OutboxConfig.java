package com.neighborbid.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Settings of the outbox, the inbox and the idempotency keys.
 *
 * @param batch most messages of one queue that are sent together
 * @param inboxKept how long an inbox remembers a message: longer than the broker may repeat one
 * @param keysKept how long a call with an Idempotency-Key is answered as the first time
 */
record OutboxConfig(int batch, Duration inboxKept, Duration keysKept) implements ComponentConfig {
    static class Producer {
        @Produces
        @Singleton
        OutboxConfig config(Settings settings) {
            return new OutboxConfig(
                    settings.number("nb.outbox.batch", 100, 1, 10_000),
                    Duration.ofDays(settings.number("nb.inbox.days", 14, 1, 3650)),
                    Duration.ofDays(settings.number("nb.idempotency.days", 30, 1, 3650)));
        }
    }
}
