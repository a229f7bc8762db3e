package com.neighborbid.load;

import com.neighborbid.bidding.BidLibrary;
import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.launcher.Part;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/**
 * What Redis alone does with the same function, {@code nb_bid}, on a server of its own and with nothing else running:
 * the floor under every figure of the house. Each connection bids in an auction of its own with two paddles in turn, so
 * that every bid is accepted, which is the dearest way through the function.
 */
final class RedisFloor {
    private static final List<Column<Histogram>> TIMES = List.of(
            Column.of("p50 ms", "%.1f", latencies -> Tally.millis(latencies, 50)),
            Column.of("p99 ms", "%.1f", latencies -> Tally.millis(latencies, 99)));
    private static final List<String> MEMBERS = List.of("1", "2");
    private static final String CHANNEL = "nb:{0}:events";
    private static final long DAY_MILLIS = 86_400_000;

    private final LoadOptions options;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<String, Double> rates = new HashMap<>();

    RedisFloor(LoadOptions options) {
        this.options = options;
        rows.add(Column.heads("connections", columns(1)));
    }

    /** Measures both durabilities, with and without pipelining. */
    void run() throws InterruptedException {
        for (String appendfsync : List.of("always", "everysec")) {
            measure(appendfsync, 50, 1);
            measure(appendfsync, 16, 16);
        }
    }

    /** Bids a second with every one on disk before its answer; not a number if it was not measured. */
    double rate(int connections, int depth) {
        return rates.getOrDefault(name("always", connections, depth), Double.NaN);
    }

    private static String name(String appendfsync, int connections, int depth) {
        return connections + ", " + depth + " in flight each, appendfsync " + appendfsync;
    }

    /** The columns of trials with so many bids in flight on each connection. */
    private List<Column<Histogram>> columns(int depth) {
        List<Column<Histogram>> columns = new ArrayList<>();
        columns.add(Column.ranged("accepted /s", "%.0f", latencies -> rate(latencies, depth)));
        columns.addAll(TIMES);
        return columns;
    }

    private double rate(Histogram latencies, int depth) {
        return latencies.getTotalCount() * (double) depth / options.floorSeconds();
    }

    void report(Report report) {
        String text = "The function nb_bid on a Redis of its own, asked by Jedis from Java threads while the house was"
                + " down. No network frames, no fan-out, no recording.";
        report.add("Redis alone, the same function", text, rows);
    }

    private void measure(String appendfsync, int connections, int depth) throws InterruptedException {
        Path data =
                options.report().resolve("data/redis-" + appendfsync + "-" + depth + "-" + System.currentTimeMillis());
        HouseConfig config =
                HouseConfig.forTest(data).only(Part.REDIS).with(Map.of("NB_REDIS_APPENDFSYNC", appendfsync));
        List<Histogram> trials = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try (House redis = House.start(config)) {
            URI url = URI.create(redis.environment().get("NB_REDIS_URL"));
            load(url);
            for (int repeat = 0; repeat < options.repeats(); repeat++) {
                List<Callable<Histogram>> work = new ArrayList<>();
                for (int i = 0; i < connections; i++) {
                    String auction = "floor" + repeat + "x" + i;
                    work.add(() -> bid(url, auction, depth));
                }
                Histogram latencies = new Histogram(3);
                for (Future<Histogram> done : threads.invokeAll(work)) {
                    latencies.add(done.get());
                }
                trials.add(latencies);
            }
        } catch (ExecutionException e) {
            throw new ContractException("Redis alone could not be measured", e);
        } finally {
            threads.shutdownNow();
        }
        String name = name(appendfsync, connections, depth);
        rates.put(name, Column.median(trials, latencies -> rate(latencies, depth)));
        List<String> row = Column.cells(name, columns(depth), trials);
        rows.add(row);
        System.out.println("redis  " + String.join("  ", row));
    }

    /** One connection's bids; the latency of a full pipeline counts once. */
    private Histogram bid(URI url, String auction, int depth) {
        Histogram latencies = new Histogram(3);
        try (Jedis jedis = new Jedis(url)) {
            List<String> keys = open(jedis, auction);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.floorSeconds());
            long number = 0;
            for (long now = System.nanoTime(); now - end < 0; now = System.nanoTime()) {
                List<Response<Object>> answers = new ArrayList<>();
                Pipeline pipeline = jedis.pipelined();
                for (int i = 0; i < depth; i++) {
                    answers.add(pipeline.fcall("nb_bid", keys, bid(auction, ++number)));
                }
                pipeline.sync();
                latencies.recordValue((System.nanoTime() - now) / 1_000);
                answers.forEach(RedisFloor::requireAccepted);
            }
        }
        return latencies;
    }

    private static List<String> bid(String auction, long number) {
        String member = MEMBERS.get((int) (number % MEMBERS.size()));
        String amount = Long.toString(LoadRoom.START_PRICE + number * LoadRoom.INCREMENT);
        return List.of(auction, member, CHANNEL, "A", amount, "r" + number);
    }

    private static void requireAccepted(Response<Object> answer) {
        List<?> values = (List<?>) answer.get();
        String outcome = values.get(0) instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.US_ASCII)
                : String.valueOf(values.get(0));
        if (!outcome.equals("ACCEPTED")) {
            throw new ContractException("Redis alone answered " + outcome);
        }
    }

    private static List<String> open(Jedis jedis, String auction) {
        String state = "nb:{0}:auction:" + auction;
        List<String> keys = List.of(state, state + ":log", "nb:{0}:outbox", "nb:{0}:closing");
        List<String> all = new ArrayList<>(keys);
        all.add(state + ":reinstated");
        long now = System.currentTimeMillis();
        List<String> arguments = new ArrayList<>(List.of(auction, CHANNEL, "1"));
        arguments.addAll(List.of("opensAt", Long.toString(now), "endsAt", Long.toString(now + DAY_MILLIS)));
        arguments.addAll(List.of("start", Long.toString(LoadRoom.START_PRICE)));
        arguments.addAll(List.of("increments", "0:" + LoadRoom.INCREMENT));
        jedis.fcall("nb_install", all, arguments);
        for (String member : MEMBERS) {
            jedis.fcall("nb_paddle", keys, List.of(auction, member, member, Long.toString(LoadRoom.LIMIT), "1"));
        }
        return keys;
    }

    private static void load(URI url) {
        try (Jedis jedis = new Jedis(url)) {
            jedis.functionLoad(BidLibrary.source());
        }
    }
}
