package com.neighborbid.bidding;

import com.neighborbid.auction.Auctions;
import com.neighborbid.platform.FunctionLibrary.Attempt;
import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Opens and closes auctions when their time has come, by Redis's clock. It looks a little ahead and sleeps until the
 * next one is due; every worker runs it, since the step itself is atomic and happens once. Auctions that Redis does not
 * know are found in PostgreSQL, a little before they are due.
 */
@ApplicationScoped
class ClosingClock implements WorkerTask {
    private static final Logger LOG = System.getLogger(ClosingClock.class.getName());
    private static final long LOOK_EVERY_MS = 200;
    private static final long SWEEP_EVERY_MS = 2000;
    private static final long SWEEP_AHEAD_MS = 10_000;
    private static final int SWEEP_MOST = 500;
    private static final int DUE_MOST = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Auctions auctions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    private long sweptAt;

    @Override
    public String name() {
        return "closing-clock";
    }

    @Override
    public long turn() {
        long now = time.steady();
        if (now >= sweptAt + SWEEP_EVERY_MS) {
            sweptAt = now;
            auctions.due(time.now() + SWEEP_AHEAD_MS, SWEEP_MOST).forEach(this::touch);
        }
        Due due = look();
        List<Attempt> attempts =
                functions.attempt(due.auctions.stream().map(functions::advance).toList());
        boolean moved = false;
        for (int i = 0; i < attempts.size(); i++) {
            List<String> answer = attempts.get(i).answer();
            if (answer.contains(BidFunctions.MISSING)) {
                touch(due.auctions.get(i));
            }
            moved |= !answer.isEmpty() && !answer.get(0).equals("NONE");
        }
        return moved ? 0 : Math.max(1, Math.min(LOOK_EVERY_MS, due.nextInMs));
    }

    /** Puts an auction where Redis does not have it. */
    private void touch(long auction) {
        try {
            hot.call(auction, functions.advance(auction));
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "Auction {0} waits for Redis: {1}", Ids.text(auction), e.getMessage());
        }
    }

    /** What is due now, and in how many milliseconds the next one is. */
    private record Due(List<Long> auctions, long nextInMs) {}

    private Due look() {
        List<Call> calls = IntStream.range(0, config.partitions())
                .mapToObj(partition -> functions.due(partition, DUE_MOST))
                .toList();
        List<Long> due = new ArrayList<>();
        long nextIn = LOOK_EVERY_MS;
        for (Attempt attempt : functions.attempt(calls)) {
            List<String> answer = attempt.answer();
            for (int i = 1; i + 1 < answer.size(); i += 2) {
                long in = Long.parseLong(answer.get(i + 1)) - Long.parseLong(answer.get(0));
                if (in > 0) {
                    nextIn = Math.min(nextIn, in);
                    break;
                }
                due.add(Ids.parse(answer.get(i)).orElseThrow());
            }
        }
        return new Due(due, nextIn);
    }
}
