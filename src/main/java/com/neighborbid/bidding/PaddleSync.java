package com.neighborbid.bidding;

import com.neighborbid.platform.RejectedException;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Mends paddles whose change broke off between PostgreSQL and Redis: Redis is told what PostgreSQL holds money for. */
@ApplicationScoped
class PaddleSync implements WorkerTask {
    private static final int MOST = 100;
    private static final long PAUSE_MS = 2000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PaddleChanges changes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @Override
    public String name() {
        return "paddle-sync";
    }

    @Override
    public long turn() {
        for (PaddleRows.Row row : changes.unsynced(time.now() - config.paddleSyncAfterMs(), MOST)) {
            try {
                changes.mend(row);
            } catch (RejectedException over) {
                if (over.rejection() != PaddleRejection.CLOSED) {
                    throw over;
                }
                changes.leave(row);
            }
        }
        return PAUSE_MS;
    }
}
