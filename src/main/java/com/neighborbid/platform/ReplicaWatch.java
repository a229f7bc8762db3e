package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/** Looks every second, on every node, whether the replica answers and how far it is behind. */
@ApplicationScoped
class ReplicaWatch implements WorkerTask {
    private static final long PAUSE_MS = 1000;
    private static final long NEVER_MS = Duration.ofDays(1).toMillis();

    @Inject
    @SuppressWarnings("NullAway.Init")
    Replica replica;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LogPosition main;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private final ReplicaLag lag = new ReplicaLag();

    @Override
    public String name() {
        return "replica-watch";
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public long turn() {
        if (!replica.isThere()) {
            return NEVER_MS;
        }
        long at = main.now();
        long now = time.now();
        try {
            OptionalLong shown = replica.position();
            if (shown.isPresent()) {
                replica.behind(lag.take(at, shown.getAsLong(), now));
            } else {
                replica.use(false, "it is no replica");
            }
        } catch (UnavailableException | PersistenceException e) {
            lag.take(at, 0, now);
            replica.use(false, String.valueOf(e.getMessage()));
        }
        return PAUSE_MS;
    }
}
