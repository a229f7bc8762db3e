package com.neighborbid.bidding;

import com.neighborbid.platform.FunctionLibrary.Attempt;
import com.neighborbid.platform.FunctionLibrary.Call;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.RequestId;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.Traces;
import com.neighborbid.platform.UnavailableException;
import com.neighborbid.platform.Work;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands bids to Redis's decision and brings back its answers. A few dispatchers each carry a batch of whatever waits
 * over one connection; batches leave a little apart, so that under load they grow: the members of one share a turn of
 * Redis's loop and a sync of its log, which cost several times what a decision does. When Redis does not
 * answer, a bid is sent again with its ref, which is harmless, until its time is up; then it is UNAVAILABLE, and the
 * client may send it again with the same ref.
 */
@ApplicationScoped
public class BidEngine {
    private static final Logger LOG = System.getLogger(BidEngine.class.getName());
    private static final long RETRY_PAUSE_MS = 50;
    private static final long SAY_EVERY_MS = 1000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFunctions functions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Rebuild rebuild;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Unrecorded unrecorded;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidFigures figures;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BiddingConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init")
    private BlockingQueue<Waiting> queue;

    private final List<Thread> dispatchers = new ArrayList<>();
    private final ReentrantLock gathering = new ReentrantLock();
    private long leftAt;
    private volatile boolean open = true;
    private volatile long saidAt;

    @PostConstruct
    void start() {
        queue = new LinkedBlockingQueue<>(config.bidsWaiting());
        leftAt = time.ticks();
        for (int i = 1; i <= config.dispatchers(); i++) {
            Thread thread = threads.newThread(this::dispatch);
            thread.setName("nb-bids-" + i);
            thread.start();
            dispatchers.add(thread);
        }
    }

    @PreDestroy
    void stop() {
        open = false;
        try {
            for (Thread dispatcher : dispatchers) {
                dispatcher.join(config.answerWithinMs());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Decides a bid; the answer comes when Redis has it on disk. Never fails: what cannot be done is UNAVAILABLE. */
    public CompletionStage<BidOutcome> place(PlaceBid bid) {
        Waiting waiting = new Waiting(bid, time.ticks() + TimeUnit.MILLISECONDS.toNanos(config.answerWithinMs()));
        figures.await(waiting.outcome);
        if (!open || !queue.offer(waiting)) {
            waiting.refuse(BidRejection.UNAVAILABLE, null);
        }
        return waiting.outcome;
    }

    /** Bids of this node that wait for a dispatcher. */
    public int waiting() {
        return queue.size();
    }

    private void dispatch() {
        List<Waiting> batch = new ArrayList<>(config.bidsPerBatch());
        try {
            while (open || !queue.isEmpty()) {
                gather(batch);
                if (!batch.isEmpty()) {
                    decide(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes what waits, once the last batch left long enough ago; one dispatcher at a time does so. */
    private void gather(List<Waiting> batch) throws InterruptedException {
        gathering.lockInterruptibly();
        try {
            Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                long early = leftAt + TimeUnit.MICROSECONDS.toNanos(config.gatherMicros()) - time.ticks();
                if (early > 0 && queue.size() < config.bidsPerBatch() - 1) {
                    TimeUnit.NANOSECONDS.sleep(early);
                }
                queue.drainTo(batch, config.bidsPerBatch() - 1);
                leftAt = time.ticks();
            }
        } finally {
            gathering.unlock();
        }
    }

    private void decide(List<Waiting> batch) {
        List<Call> calls = batch.stream().map(waiting -> waiting.ask(functions)).toList();
        try {
            List<Attempt> attempts = functions.decide(calls);
            List<Waiting> unanswered = new ArrayList<>();
            UnavailableException failure = null;
            for (int i = 0; i < attempts.size(); i++) {
                Attempt attempt = attempts.get(i);
                if (attempt.failure() == null) {
                    answer(batch.get(i), attempt.answer());
                } else {
                    failure = attempt.failure();
                    batch.get(i).failed(failure);
                    unanswered.add(batch.get(i));
                }
            }
            if (failure != null) {
                sayOnceASecond(failure);
                CompletableFuture.delayedExecutor(RETRY_PAUSE_MS, TimeUnit.MILLISECONDS, executor)
                        .execute(() -> unanswered.forEach(this::again));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Bids could not be decided", e);
            batch.forEach(waiting -> waiting.failed(e));
            batch.forEach(waiting -> waiting.refuse(BidRejection.UNAVAILABLE, null));
        }
    }

    private void sayOnceASecond(UnavailableException failure) {
        long now = time.now();
        if (now >= saidAt + SAY_EVERY_MS) {
            saidAt = now;
            LOG.log(Level.WARNING, "Bids wait for Redis: {0}", failure.getMessage());
        }
    }

    private void answer(Waiting waiting, List<String> answer) {
        waiting.asked.setAttribute("nb.answer", answer.get(0));
        waiting.asked.end();
        try (RequestId.Scope resumed = waiting.work.resume()) {
            take(waiting, answer);
        }
    }

    private void take(Waiting waiting, List<String> answer) {
        switch (answer.get(0)) {
            case "ACCEPTED" -> {
                unrecorded.keep(waiting.bid.auction(), answer.get(5));
                waiting.outcome.complete(new BidOutcome.Accepted(
                        Long.parseLong(answer.get(1)), answer.get(2).equals("1")));
            }
            case BidFunctions.MISSING -> later(waiting, this::rebuildFor);
            case "UNAVAILABLE" -> later(waiting, this::again);
            default -> waiting.refuse(BidRejection.valueOf(answer.get(0)), answer.get(1));
        }
    }

    private void later(Waiting waiting, Consumer<Waiting> step) {
        executor.execute(() -> {
            try (RequestId.Scope resumed = waiting.work.resume()) {
                step.accept(waiting);
            }
        });
    }

    private void rebuildFor(Waiting waiting) {
        try {
            if (rebuild.rebuild(waiting.bid.auction())) {
                again(waiting);
            } else {
                waiting.refuse(BidRejection.CLOSED, null);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "An auction could not be put into Redis", e);
            waiting.refuse(BidRejection.UNAVAILABLE, null);
        }
    }

    private void again(Waiting waiting) {
        if (time.ticks() > waiting.deadline || !queue.offer(waiting)) {
            waiting.refuse(BidRejection.UNAVAILABLE, null);
        }
    }

    private static final class Waiting {
        final PlaceBid bid;
        final long deadline;
        final Work work = Work.current();
        final CompletableFuture<BidOutcome> outcome = new CompletableFuture<>();
        Span asked = Span.getInvalid();

        Waiting(PlaceBid bid, long deadline) {
            this.bid = bid;
            this.deadline = deadline;
        }

        /** The call that decides it; a traced bid takes its trace along. */
        Call ask(BidFunctions functions) {
            asked = Traces.step(work.span(), "nb_bid", SpanKind.CLIENT);
            if (asked.isRecording()) {
                asked.setAttribute("nb.auction", Ids.text(bid.auction()));
                asked.setAttribute("nb.ref", bid.ref());
            }
            return functions.bid(bid, Traces.header(asked));
        }

        void failed(RuntimeException failure) {
            asked.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
            asked.end();
        }

        void refuse(BidRejection code, @Nullable String next) {
            outcome.complete(new BidOutcome.Rejected(code, next));
        }
    }
}
