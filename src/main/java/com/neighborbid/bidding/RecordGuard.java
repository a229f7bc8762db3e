package com.neighborbid.bidding;

import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Precondition;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Keeps Redis to the record. Where PostgreSQL began a new life, whatever an earlier one left in Redis is taken out and
 * rebuilt. Where PostgreSQL is older than Redis without a new life, no node opens: bids would be taken that can never be
 * recorded. Where Redis is older, having come from a copy, the auction is rebuilt.
 */
@ApplicationScoped
class RecordGuard implements Precondition, WorkerTask {
    private static final Logger LOG = System.getLogger(RecordGuard.class.getName());
    private static final int AT_ONCE = 500;
    private static final long PAUSE_MS = 1000;
    private static final int N = 17;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RecordLife record;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private StateSweep sweep;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    private volatile long seen = -1;

    @Override
    public String name() {
        return "record-guard";
    }

    /** @throws IllegalStateException when PostgreSQL is older than Redis */
    @Override
    public void meet() {
        follow();
        long after = 0;
        List<RecordLife.Underway> page;
        do {
            page = record.underway(after, AT_ONCE);
            check(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).auction();
        } while (page.size() == AT_ONCE);
    }

    /** A house that runs follows a new life at once. */
    @Override
    public long turn() {
        if (record.current() != seen) {
            follow();
        }
        return PAUSE_MS;
    }

    private synchronized void follow() {
        long life = record.current();
        long inRedis = sweep.life();
        if (inRedis > life) {
            throw older("it is in life " + life + " and Redis in life " + inRedis);
        }
        if (inRedis < life) {
            List<Long> swept = sweep.before(life * RecordLife.EPOCHS);
            swept.forEach(auction -> hot.snapshot(auction, 0));
            sweep.life(life);
            LOG.log(
                    Level.WARNING,
                    "Life {0} of the record begins: {1} auctions of Redis were older",
                    Long.toString(life),
                    swept.size());
        }
        seen = life;
    }

    private void check(List<RecordLife.Underway> page) {
        List<List<String>> answers = functions.all(page.stream()
                .map(known -> functions.snapshot(known.auction(), 0))
                .toList());
        for (int i = 0; i < page.size(); i++) {
            List<String> answer = answers.get(i);
            if (answer.get(0).equals(BidFunctions.MISSING)) {
                continue;
            }
            RecordLife.Underway before = page.get(i);
            Snapshot state = Snapshot.of(answer);
            // Redis is told of a seq after it is recorded, so the record is asked once more before it is called older.
            if (state.recorded() > before.seq() && state.recorded() > record.seq(before.auction())) {
                throw older("auction " + Ids.text(before.auction()) + " was recorded up to " + state.recorded());
            }
            if (Long.parseLong(answer.get(N)) < before.n()) {
                LOG.log(Level.WARNING, "Redis is older than the record of {0}", Ids.text(before.auction()));
                sweep.one(before.auction(), state.epoch() + 1);
                hot.snapshot(before.auction(), 0);
            }
        }
    }

    private static IllegalStateException older(String how) {
        return new IllegalStateException("PostgreSQL is older than Redis: " + how
                + ". If it was restored or failed over, begin a new life of the record: SELECT begin_life('why', NULL)."
                + " If NB_DB_URL or NB_REDIS_URL leads to the wrong place, correct it");
    }
}
