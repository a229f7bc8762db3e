package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Has the {@link Retention} kept, every ten minutes, and at once again while much is left to remove. */
@ApplicationScoped
class RetentionSweep implements WorkerTask {
    private static final long PAUSE_MS = Duration.ofMinutes(10).toMillis();

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Retention retention;

    @Override
    public String name() {
        return "retention-sweep";
    }

    @Override
    public long turn() {
        boolean moreMessages = retention.trimInbox();
        boolean moreKeys = retention.trimKeys();
        return moreMessages || moreKeys ? 0 : PAUSE_MS;
    }
}
