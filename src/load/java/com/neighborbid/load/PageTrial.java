package com.neighborbid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Calls in an open loop: each goes out at its time, whatever became of those before it, and its latency counts from that
 * time. It warms up first, and waits at the end for what is still on its way.
 */
final class PageTrial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_IN_FLIGHT = 20_000;
    private static final int OK = 200;
    /** As many as the house has threads for. */
    private static final int LINES = 64;

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final URI house;
    private final PageMix mix;
    private final LinkedBlockingQueue<Due> waiting = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService lines = Executors.newFixedThreadPool(LINES);

    /** A call that goes out when a line is free; without counts, to warm up. */
    private record Due(PageCall call, long at, @Nullable Counts counts, Semaphore inFlight) {}

    /** What came back, by the calls' names; latencies in microseconds. */
    static final class Counts {
        final Map<String, Histogram> latencies = new TreeMap<>();
        final Map<String, Long> failures = new TreeMap<>();
        final Histogram all = new Histogram(3);
        long failed;

        /** Adds what another trial counted. */
        void add(Counts other) {
            other.latencies.forEach((name, one) ->
                    latencies.computeIfAbsent(name, key -> new Histogram(3)).add(one));
            other.failures.forEach((name, count) -> failures.merge(name, count, Long::sum));
            all.add(other.all);
            failed += other.failed;
        }

        private synchronized void add(String name, long micros, boolean good) {
            latencies.computeIfAbsent(name, key -> new Histogram(3)).recordValue(Math.max(0, micros));
            all.recordValue(Math.max(0, micros));
            if (!good) {
                failed++;
                failures.merge(name, 1L, Long::sum);
            }
        }
    }

    PageTrial(URI house, PageMix mix) {
        this.house = house;
        this.mix = mix;
        for (int i = 0; i < LINES; i++) {
            lines.execute(this::work);
        }
    }

    /** Calls at this rate a second for so long, after so many seconds that are not counted. */
    Counts run(int rate, int warmupSeconds, int seconds) throws InterruptedException {
        Counts counts = new Counts();
        Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
        long start = System.nanoTime();
        long measured = start + TimeUnit.SECONDS.toNanos(warmupSeconds);
        long[] sent = {0};
        long most = (long) rate * (warmupSeconds + seconds);
        var sending = clock.scheduleAtFixedRate(
                () -> {
                    long now = System.nanoTime();
                    while (sent[0] < most
                            && start + sent[0] * 1_000_000_000L / rate - now <= 0
                            && inFlight.tryAcquire()) {
                        long due = start + sent[0]++ * 1_000_000_000L / rate;
                        waiting.add(new Due(mix.next(), due, due - measured >= 0 ? counts : null, inFlight));
                    }
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        long patience = TimeUnit.SECONDS.toMillis(warmupSeconds + seconds);
        clock.schedule(() -> sending.cancel(false), patience + 5, TimeUnit.MILLISECONDS);
        awaitCancelled(sending);
        if (!inFlight.tryAcquire(MOST_IN_FLIGHT, 2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new ContractException("answers neither came nor failed");
        }
        return counts;
    }

    private static void awaitCancelled(ScheduledFuture<?> sending) throws InterruptedException {
        try {
            sending.get();
        } catch (CancellationException over) {
            return;
        } catch (ExecutionException e) {
            throw new ContractException("the calls broke off", e);
        }
    }

    private void work() {
        try (PageLine line = new PageLine(house, (int) PATIENCE.toMillis())) {
            while (true) {
                ask(line, waiting.take());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("A connection does not close", e);
        }
    }

    private void ask(PageLine line, Due due) {
        // Whoever waited so long has gone.
        boolean good = System.nanoTime() - due.at < PATIENCE.toNanos() && isAnswered(line, due.call);
        if (due.counts != null) {
            due.counts.add(due.call.name(), (System.nanoTime() - due.at) / 1000, good);
        }
        due.inFlight.release();
    }

    private boolean isAnswered(PageLine line, PageCall call) {
        try {
            PageLine.Page page = line.get(call);
            if (page.status() == OK && call.continued()) {
                goOn(call, page.tail());
            }
            return page.status() == OK;
        } catch (IOException broken) {
            return false;
        }
    }

    private void goOn(PageCall call, String tail) {
        Matcher next = NEXT.matcher(tail);
        if (next.find()) {
            mix.goesOn(call, next.group(1));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        lines.shutdownNow();
    }
}
