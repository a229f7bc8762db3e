package com.neighborbid.member;

import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Removes sessions that are over, once an hour. */
@ApplicationScoped
class SessionSweep implements WorkerTask {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Sessions sessions;

    @Override
    public String name() {
        return "session-sweep";
    }

    @Override
    public long turn() {
        return sessions.sweep() ? 0 : Duration.ofHours(1).toMillis();
    }
}
