package com.neighborbid.bidding;

import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Makes auctions follow the house: pauses what is open, or opens, while the house is paused, and lets it go on
 * afterwards, each with the time that it lost. It goes by what is recorded, so it comes back to whatever a dead node,
 * or Redis, left behind; a step that was done already is refused there and changes nothing.
 */
@ApplicationScoped
class OutageClock implements WorkerTask {
    private static final Logger LOG = System.getLogger(OutageClock.class.getName());
    private static final int MOST = 500;
    private static final long PAUSE_MS = 500;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pauses pauses;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BiddingConfig config;

    @Override
    public String name() {
        return "outage-clock";
    }

    @Override
    public long turn() {
        Optional<Pauses.HousePause> pause = pauses.house();
        if (pause.isPresent()) {
            Pauses.HousePause house = pause.get();
            each("paused", pauses.goingOn(MOST), id -> functions.pause(id, house.since(), house.reason()));
        } else {
            each("resumed", pauses.heldByHouse(MOST), id -> functions.resume(id, config.resumeLeastMs(), ""));
        }
        return PAUSE_MS;
    }

    private void each(String what, List<Long> auctions, LongFunction<Call> step) {
        long done = auctions.stream()
                .filter(id -> hot.call(id, step.apply(id)).get(0).equals("OK"))
                .count();
        if (done > 0) {
            LOG.log(Level.WARNING, "{0} auctions {1} with the house", done, what);
        }
    }
}
