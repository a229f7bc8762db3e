package com.neighborbid.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What a {@link BareServer} delivers to as many watchers as the hot room has: the limit over every room's figure. */
final class BroadcastFloor {
    private static final int PATIENCE_SECONDS = 60;
    private static final int GATHERED = 100;
    private static final List<Column<Trial>> COLUMNS = List.of(
            Column.ranged("deliveries /s", "%.0f", Trial::rate),
            Column.of("frames /s", "%.0f", trial -> trial.rate() / trial.bids),
            Column.of("p50 ms", "%.1f", trial -> Tally.millis(trial.latencies, 50)),
            Column.of("p99 ms", "%.1f", trial -> Tally.millis(trial.latencies, 99)));

    private final LoadOptions options;
    private final List<List<String>> rows = new ArrayList<>(List.of(Column.heads("bids a frame", COLUMNS)));

    private final Map<Integer, Double> rates = new HashMap<>();

    /** Bids that came to watchers; loop thread only until the last has come. */
    private static final class Trial {
        private final Histogram latencies = new Histogram(3);
        private final int bids;
        private long count;
        private double seconds;

        Trial(int bids) {
            this.bids = bids;
        }

        double rate() {
            return count / seconds;
        }
    }

    BroadcastFloor(LoadOptions options) {
        this.options = options;
    }

    /** Measures one frame a bid, and a hundred bids a frame, each as fast as the watchers take them. */
    void run() {
        if (options.floorSeconds() == 0 || options.roomRates().isEmpty()) {
            return;
        }
        for (int bids : List.of(1, GATHERED)) {
            List<Trial> trials = new ArrayList<>();
            for (int i = 0; i < options.repeats(); i++) {
                trials.add(measure(bids));
            }
            List<String> row = Column.cells(Integer.toString(bids), COLUMNS, trials);
            rows.add(row);
            rates.put(bids, Column.median(trials, Trial::rate));
            System.out.println("bare  " + String.join("  ", row));
        }
    }

    /** Deliveries a second with one bid a frame; not a number if it was not measured. */
    double oneByOne() {
        return rates.getOrDefault(1, Double.NaN);
    }

    /** The same with a hundred bids a frame. */
    double gathered() {
        return rates.getOrDefault(GATHERED, Double.NaN);
    }

    void report(Report report) {
        if (rows.size() > 1) {
            String text = "One thread that sends the same frame to " + options.watchers()
                    + " watchers over blocking sockets, as fast as they take it, while the house was down. A delivery counts"
                    + " from the making of its frame.";
            report.add("A bare server", text, rows);
        }
    }

    private Trial measure(int bids) {
        Trial trial = new Trial(bids);
        try (SocketLoop loop = SocketLoop.start("bare");
                BareServer server = new BareServer()) {
            CountDownLatch served = new CountDownLatch(options.watchers());
            FrameMemo memo = new FrameMemo();
            for (int i = 0; i < options.watchers(); i++) {
                loop.connect(server.address(), null, new Watcher(trial, memo, served));
            }
            server.admit(options.watchers());
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(options.floorSeconds());
            while (System.nanoTime() - end < 0) {
                server.broadcast(bids);
            }
            server.close();
            if (!served.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ContractException("the load program itself is overloaded");
            }
            trial.seconds = (System.nanoTime() - begin) / 1e9;
            return trial;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContractException("interrupted before a bare server", e);
        }
    }

    private static final class Watcher implements RoomListener, RoomEvents {
        private final Trial trial;
        private final RoomReader reader;
        private final CountDownLatch served;

        Watcher(Trial trial, FrameMemo memo, CountDownLatch served) {
            this.trial = trial;
            this.served = served;
            reader = new RoomReader(this, memo);
        }

        @Override
        public void opened(RoomSocket socket) {}

        @Override
        public void text(byte[] bytes, int from, int length) {
            reader.read(bytes, from, length);
        }

        @Override
        public void bids(BidFrame frame) {
            long now = System.nanoTime();
            for (long at : frame.ats()) {
                trial.latencies.recordValue(Math.max(0, (now - at) / 1_000));
                trial.count++;
            }
        }

        @Override
        public void closed(int code, String reason) {
            served.countDown();
        }
    }
}
