package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Carries the outbox to the broker: sent first, removed afterwards, so that a crash between repeats and never loses. A
 * turn takes some of every queue, so that a settlement does not wait behind a thousand notices, and costs the broker
 * one sync. Every worker does it; each takes what the others have not.
 */
@ApplicationScoped
class OutboxRelay implements WorkerTask {
    private static final long PAUSE_MS = 50;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Messages messages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private OutboxConfig config;

    @Override
    public String name() {
        return "outbox-relay";
    }

    @Override
    public long turn() {
        return outbox.carry(config.batch(), messages::send) == 0 ? PAUSE_MS : 0;
    }
}
