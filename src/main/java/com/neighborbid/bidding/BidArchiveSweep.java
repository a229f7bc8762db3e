package com.neighborbid.bidding;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Archives the bids of auctions that closed long ago, one auction in a transaction; looks every half a minute. */
@ApplicationScoped
class BidArchiveSweep implements WorkerTask {
    private static final Logger LOG = System.getLogger(BidArchiveSweep.class.getName());
    private static final long PAUSE_MS = Duration.ofSeconds(30).toMillis();
    private static final long ALL_AGAIN_MS = Duration.ofDays(1).toMillis();
    private static final int BATCH = 20;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidArchive archive;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private ArchiveConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    /** Whatever closed before this is archived; from 0 again once a day, for what could not be. */
    private long from;

    private long before;
    private long above;
    private boolean failed;
    private long allAgainAt;

    @Override
    public String name() {
        return "bid-archive";
    }

    @Override
    public long turn() {
        long now = time.now();
        if (above == 0) {
            before = now - config.bidsHot().toMillis();
            failed = false;
        }
        if (now >= allAgainAt) {
            from = 0;
            allAgainAt = now + ALL_AGAIN_MS;
        }
        List<Long> due = archive.due(above, from, before, BATCH);
        due.forEach(this::archive);
        if (due.size() == BATCH) {
            above = due.get(BATCH - 1);
            return 0;
        }
        above = 0;
        from = failed ? from : before;
        return PAUSE_MS;
    }

    /** One that cannot be archived does not keep the others from it. */
    private void archive(long auction) {
        try {
            archive.archive(auction);
        } catch (RuntimeException e) {
            failed = true;
            LOG.log(Level.ERROR, () -> "The bids of auction " + Ids.text(auction) + " are not archived", e);
        }
    }
}
