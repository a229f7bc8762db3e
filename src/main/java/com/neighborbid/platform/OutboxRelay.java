package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Carries the outbox to the broker: sent first, removed afterwards, so that a crash between repeats and never loses. */
@ApplicationScoped
class OutboxRelay implements WorkerTask {
    private static final int BATCH = 200;
    private static final long PAUSE_MS = 50;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Outbox outbox;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Messages messages;

    @Override
    public String name() {
        return "outbox-relay";
    }

    @Override
    public long turn() {
        List<Outbox.Waiting> waiting = outbox.oldest(BATCH);
        if (waiting.isEmpty()) {
            return PAUSE_MS;
        }
        messages.send(waiting.stream().map(Outbox.Waiting::message).toList());
        outbox.remove(waiting.stream().map(Outbox.Waiting::id).toList());
        return 0;
    }
}
