package com.neighborbid.system;

import com.neighborbid.load.Answer;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.ContractException;
import com.neighborbid.load.Seat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Moves money while the house breaks: tops up and raises limits, and asks again, with the same key, until it has an
 * answer. What it was answered, the {@link Fair} knows.
 */
final class Teller implements AutoCloseable {
    private static final long GAP_MILLIS = 200;
    private static final long TOP_UP = 10_000;
    private static final long RAISE = 500;
    private static final long PATIENCE_SECONDS = 180;

    private final Fair fair;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> service;

    Teller(Fair fair) {
        this.fair = fair;
        service = thread.scheduleWithFixedDelay(this::serve, GAP_MILLIS, GAP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void serve() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        ContractClient member = fair.members().get(random.nextInt(fair.members().size()));
        String key = UUID.randomUUID().toString();
        insist(() -> member.pay(TOP_UP, "KRW", key)).expect(201);
        fair.paid(member, TOP_UP);
        Lot lot = fair.lots().get(random.nextInt(fair.lots().size()));
        List<Seat> seats = lot.seats();
        Seat seat = seats.get(random.nextInt(seats.size()));
        Answer raised = insist(() -> seat.member().askPaddle(lot.auction(), seat.limit() + RAISE));
        if (!raised.code().equals("CLOSED")) {
            raised.expect(200);
            seat.limit(seat.limit() + RAISE);
        }
    }

    /** Asks until the house has an answer of its own; one that is out of order or busy has none. */
    private static Answer insist(Supplier<Answer> call) {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                Answer answer = call.get();
                boolean none = answer.status() >= 500
                        || answer.status() == 404
                        || answer.code().equals("IDEMPOTENCY_IN_PROGRESS");
                if (!none) {
                    return answer;
                }
            } catch (ContractException lost) {
                if (System.nanoTime() - latest > 0) {
                    throw lost;
                }
            }
            if (System.nanoTime() - latest > 0) {
                throw new ContractException("no answer for " + PATIENCE_SECONDS + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(GAP_MILLIS));
        }
    }

    /** Stops after the call that is on its way, and fails if one had no answer, or was refused. */
    @Override
    public void close() {
        try {
            if (service.isDone()) {
                service.get();
            }
            thread.shutdown();
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the teller does not come to an end");
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the teller was not served", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread.shutdownNow();
        }
    }
}
