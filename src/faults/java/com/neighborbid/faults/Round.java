package com.neighborbid.faults;

import com.neighborbid.load.ContractClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One round: the workload begins, the plan's faults come one after the other, each until the house has recovered from it,
 * then all is drained and inspected.
 */
final class Round {
    private static final int BIDS_A_SECOND = 60;
    private static final Duration WARM_UP_MOST = Duration.ofSeconds(60);

    private final Estate estate;
    private final Plan plan;
    private final Patience patience;
    private final Consumer<String> say;
    private final Verdict verdict = new Verdict();

    Round(Estate estate, Plan plan, Patience patience, Consumer<String> say) {
        this.estate = estate;
        this.plan = plan;
        this.patience = patience;
        this.say = say;
    }

    Verdict run() throws SQLException {
        say.accept("plan of " + plan);
        try (Watchman watchman = new Watchman(estate.engines().environment());
                Workload workload = new Workload(estate.url(), new Random(plan.seed()), BIDS_A_SECOND)) {
            workload.begin();
            workload.recoveryFromNow().await(WARM_UP_MOST);
            CompletableFuture<Void> cleared = strikeAll(workload, watchman);
            if (!isOver(watchman)) {
                // Nobody waits for what died last to boot: the house goes on without it.
                workload.stop();
                checkHolds(workload);
                drain(workload);
                inspect(workload);
                cleared.join();
            }
            verdict.violated(watchman.violations());
            say.accept(workload.history() + ", " + watchman.looks() + " looks at the database");
            verdict.violations().forEach(violation -> say.accept("violated: " + violation));
        }
        return verdict;
    }

    /** Answers what clears up behind the last fault. */
    private CompletableFuture<Void> strikeAll(Workload workload, Watchman watchman) {
        CompletableFuture<Void> cleared = CompletableFuture.completedFuture(null);
        for (Plan.Step step : plan.steps()) {
            long struck = take(step, workload);
            cleared = CompletableFuture.runAsync(() -> clearUp(step, struck));
            if (step != plan.last()) {
                cleared.join();
                Until.passed(Duration.ofMillis(step.calmMillis()));
            }
            if (isOver(watchman)) {
                break;
            }
        }
        return cleared;
    }

    private boolean isOver(Watchman watchman) {
        return patience.endsEarly() && !watchman.violations().isEmpty();
    }

    /** Answers when it struck. */
    private long take(Plan.Step step, Workload workload) {
        Fault fault = step.fault();
        long struck = System.nanoTime();
        int dropped = workload.dropped();
        try {
            Recovery recovery = strike(step, workload);
            long millis = recovery.await(patience.recovery().plusMillis(fault.boundMillis()));
            verdict.recovered(fault, millis, patience.slack().toMillis());
            say.accept("%s: recovered after %d ms, last came %s; %d sockets lost, %d pages not got"
                    .formatted(
                            fault.name(),
                            millis,
                            recovery.slowest(),
                            workload.dropped() - dropped,
                            workload.disturbancesSince(struck).size()));
        } catch (RuntimeException e) {
            fail(fault, e);
        }
        return struck;
    }

    private Recovery strike(Plan.Step step, Workload workload) {
        Fault fault = step.fault();
        if (fault.mends() == Fault.Mends.ITSELF) {
            Recovery recovery = workload.recoveryFromNow();
            fault.strike().on(estate, step.which());
            return recovery;
        }
        fault.strike().on(estate, step.which());
        Until.passed(Duration.ofMillis(step.lastsMillis()));
        fault.mend().on(estate, step.which());
        return workload.recoveryFromNow();
    }

    private void clearUp(Plan.Step step, long struck) {
        Fault fault = step.fault();
        if (fault.mends() == Fault.Mends.SOMEBODY || fault.mend() == Fault.Act.NOTHING) {
            return;
        }
        try {
            fault.mend().on(estate, step.which());
            say.accept("%s: all is back %d ms after the strike"
                    .formatted(fault.name(), (System.nanoTime() - struck) / 1_000_000));
        } catch (RuntimeException e) {
            fail(fault, e);
        }
    }

    private void fail(Fault fault, RuntimeException e) {
        if (!patience.endsEarly()) {
            verdict.violated(fault.name() + ": " + e.getMessage());
        }
        say.accept(fault.name() + ": " + e);
    }

    /** While auctions are open, and nobody moves money any more: every limit that was confirmed is held, to the won. */
    private void checkHolds(Workload workload) throws SQLException {
        try (Books books = Books.open(estate.engines().environment())) {
            for (Sale sale : workload.auctioneer().sales()) {
                if (sale.lasting()) {
                    verdict.violated(Inspector.holds(books, sale));
                }
            }
        }
    }

    private void drain(Workload workload) {
        workload.auctioneer().withdrawLasting();
        if (!Until.held(patience.drain(), workload::isDrained)) {
            verdict.violated("12 after " + patience.drain().toSeconds() + " s " + workload.rest());
        }
        if (workload.breaks() > 0) {
            verdict.violated("12 " + workload.breaks() + " times a room showed bids that do not follow");
        }
    }

    private void inspect(Workload workload) throws SQLException {
        ContractClient visitor = ContractClient.visiting(estate.nginx().url());
        try (Books books = Books.open(estate.engines().environment())) {
            awaitRest(books);
            verdict.violated(Streams.notRecorded(estate.engines()));
            verdict.violated(new Inspector(
                            books,
                            visitor,
                            workload.history(),
                            workload.auctioneer().sales())
                    .violations());
        }
    }

    /** Clients hear of an end before it is recorded, and of an offer whose answer was lost they do not know: it ends by itself. */
    private void awaitRest(Books books) {
        long from = System.nanoTime();
        Until.held(patience.rest(), () -> isAtRest(books));
        say.accept("at rest %d ms after the clients had heard the last end"
                .formatted((System.nanoTime() - from) / 1_000_000));
    }

    private boolean isAtRest(Books books) {
        try {
            return Inspector.rules(books, RecordRules.atRest()).isEmpty()
                    && Streams.notRecorded(estate.engines()).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (JedisException noAnswerYet) {
            return false;
        }
    }
}
