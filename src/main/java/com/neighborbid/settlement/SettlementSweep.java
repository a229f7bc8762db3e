package com.neighborbid.settlement;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/**
 * The net under {@link SettlementWorker}: settles what was closed a while ago and is not settled, whatever became of its
 * message. The first turn looks at every auction there ever was, the later ones at those of the last hour, and every ten
 * minutes at those of the last days.
 */
@ApplicationScoped
class SettlementSweep implements WorkerTask {
    private static final Logger LOG = System.getLogger(SettlementSweep.class.getName());
    private static final long PAUSE_MS = 15_000;
    private static final long GRACE_MS = 30_000;
    /** How late a close may be recorded after it happened, and yet be seen. */
    private static final long LATEST_MS = Duration.ofDays(7).toMillis();

    private static final long RECENT_MS = Duration.ofHours(1).toMillis();
    private static final long WIDE_MS = Duration.ofMinutes(10).toMillis();
    private static final int BATCH = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SettlementSteps steps;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Settlements settlements;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private long settledBefore;
    private long wideAt;

    @Override
    public String name() {
        return "settlement-sweep";
    }

    @Override
    public long turn() {
        long now = time.now();
        boolean wide = now >= wideAt;
        long from = wide ? settledBefore : Math.max(settledBefore, now - RECENT_MS);
        List<Long> unsettled = steps.unsettled(from, now - GRACE_MS, wide, BATCH);
        int failed = 0;
        for (long auction : unsettled) {
            failed += settle(auction) ? 0 : 1;
        }
        if (unsettled.isEmpty()) {
            settledBefore = wide ? now - LATEST_MS : settledBefore;
            wideAt = wide ? now + WIDE_MS : wideAt;
        }
        return unsettled.size() == BATCH && failed == 0 ? 0 : PAUSE_MS;
    }

    /** One that cannot be settled does not keep the others from it; it is tried again at the next turn. */
    private boolean settle(long auction) {
        try {
            settlements.settle(auction);
            LOG.log(Level.WARNING, "Auction {0} was settled late", Ids.text(auction));
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "Auction " + Ids.text(auction) + " cannot be settled", e);
            return false;
        }
    }
}
