package com.neighborbid.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final URI house;
    private final PageMix mix;
    private final ExecutorService answers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(answers)
            .build();

    /** What came back, by the calls' names; latencies in microseconds. */
    static final class Counts {
        final Map<String, Histogram> latencies = new TreeMap<>();
        final Map<String, Long> failures = new TreeMap<>();
        final Histogram all = new Histogram(3);
        long failed;

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
                        send(mix.next(), due, due - measured >= 0 ? counts : null, inFlight);
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

    private void send(PageCall call, long due, @Nullable Counts counts, Semaphore inFlight) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(house.resolve(call.path())).timeout(PATIENCE);
        if (call.token() != null) {
            request.header("Authorization", "Bearer " + call.token());
        }
        http.sendAsync(request.build(), BodyHandlers.ofByteArray()).whenComplete((answer, failure) -> {
            long micros = (System.nanoTime() - due) / 1000;
            boolean good = failure == null && answer.statusCode() == OK;
            if (counts != null) {
                counts.add(call.name(), micros, good);
            }
            if (good && call.continued()) {
                goOn(call, answer);
            }
            inFlight.release();
        });
    }

    private void goOn(PageCall call, HttpResponse<byte[]> answer) {
        byte[] body = answer.body();
        int tail = Math.min(body.length, 120);
        Matcher next = NEXT.matcher(new String(body, body.length - tail, tail, StandardCharsets.UTF_8));
        if (next.find()) {
            mix.goesOn(call, next.group(1));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        answers.shutdownNow();
    }
}
