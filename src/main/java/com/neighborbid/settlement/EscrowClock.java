package com.neighborbid.settlement;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Pays sellers whose buyers said nothing for as long as they may. */
@ApplicationScoped
class EscrowClock implements WorkerTask {
    private static final Logger LOG = System.getLogger(EscrowClock.class.getName());
    private static final long PAUSE_MS = 1000;
    private static final int BATCH = 100;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Orders orders;

    @Override
    public String name() {
        return "escrow-clock";
    }

    @Override
    public long turn() {
        List<Long> due = orders.due(BATCH);
        int failed = 0;
        for (long order : due) {
            failed += release(order) ? 0 : 1;
        }
        return due.size() == BATCH && failed == 0 ? 0 : PAUSE_MS;
    }

    /** One that cannot be released does not keep the others from it; it is tried again at the next turn. */
    private boolean release(long order) {
        try {
            orders.releaseIfDue(order);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "The escrow of order " + Ids.text(order) + " cannot be released", e);
            return false;
        }
    }
}
