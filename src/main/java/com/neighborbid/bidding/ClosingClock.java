package com.neighborbid.bidding;

import com.neighborbid.auction.Auctions;
import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.resps.Tuple;

/**
 * Opens and closes auctions when their time has come, by Redis's clock. It looks a little ahead and sleeps until the
 * next one is due; every worker runs it, since the step itself is atomic and happens once. Auctions that Redis does not
 * know are found in PostgreSQL, a little before they are due.
 */
@ApplicationScoped
class ClosingClock implements WorkerTask {
    private static final long LOOK_EVERY_MS = 200;
    private static final long SWEEP_EVERY_MS = 2000;
    private static final long SWEEP_AHEAD_MS = 10_000;
    private static final int SWEEP_MOST = 500;
    private static final int DUE_MOST = 200;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Redis redis;

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
        long now = time.now();
        if (now >= sweptAt + SWEEP_EVERY_MS) {
            sweptAt = now;
            auctions.due(now + SWEEP_AHEAD_MS, SWEEP_MOST).forEach(id -> hot.call(id, functions.advance(id)));
        }
        Due due = look();
        if (!due.auctions.isEmpty()) {
            List<Call> calls = due.auctions.stream().map(functions::advance).toList();
            functions.all(calls);
            return 0;
        }
        return Math.max(1, Math.min(LOOK_EVERY_MS, due.nextInMs));
    }

    /** What is due now, and in how many milliseconds the next one is. */
    private record Due(List<Long> auctions, long nextInMs) {}

    private Due look() {
        return redis.call(client -> {
            List<Response<List<Tuple>>> answers = new ArrayList<>();
            Response<Object> clock;
            try (AbstractPipeline pipeline = client.pipelined()) {
                clock = pipeline.eval("local t = redis.call('TIME') return t[1] * 1000 + math.floor(t[2] / 1000)");
                for (int partition = 0; partition < config.partitions(); partition++) {
                    answers.add(pipeline.zrangeWithScores(RoomKeys.closing(partition), 0, DUE_MOST - 1));
                }
                pipeline.sync();
            }
            long now = (Long) clock.get();
            List<Long> due = new ArrayList<>();
            long nextIn = LOOK_EVERY_MS;
            for (Response<List<Tuple>> answer : answers) {
                for (Tuple entry : answer.get()) {
                    long in = (long) entry.getScore() - now;
                    if (in > 0) {
                        nextIn = Math.min(nextIn, in);
                        break;
                    }
                    due.add(Ids.parse(entry.getElement()).orElseThrow());
                }
            }
            return new Due(due, nextIn);
        });
    }
}
