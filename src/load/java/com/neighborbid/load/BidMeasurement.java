package com.neighborbid.load;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Bids over many auctions: a closed loop, open loops at the rates asked for, and then the search for the highest rate
 * whose answers stay under 100 ms at p99, by steps of a half and then by halving.
 */
final class BidMeasurement {
    private static final long LIMIT_MICROS = 100_000;
    private static final double STEP = 1.5;
    private static final int STEPS_MAX = 8;
    private static final int HALVINGS = 3;
    private static final List<String> HEAD = List.of(
            "bids",
            "sent",
            "answered /s",
            "accepted",
            "too low",
            "refused",
            "unanswered",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "p99.9 ms",
            "max ms",
            "recorded p50 ms",
            "recorded p99 ms");

    private final SocketLoop loop;
    private final List<LoadRoom> rooms;
    private final LoadOptions options;
    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    private final List<List<String>> processorRows = new ArrayList<>(List.of(List.of("bids", "ms of processor a bid")));
    private final Plot byRate = new Plot("Answer latency by bid rate (open loop)", "bids a second", "ms");
    private final Plot byPercentile = new Plot("Answer latency at the highest rate held", "1 / (1 - quantile)", "ms");
    private final Plot recorded = new Plot("From accepted to recorded, by bid rate", "bids a second", "ms");
    private int best;
    private @Nullable Tally bestTally;

    BidMeasurement(SocketLoop loop, List<LoadRoom> rooms, LoadOptions options) {
        this.loop = loop;
        this.rooms = rooms;
        this.options = options;
    }

    void run() {
        ProcessTimes before = ProcessTimes.now(options.pidDirectory());
        Tally closed = BidTrial.closedLoop(loop, rooms, options);
        note("closed loop, " + options.bidders() + " bidders", closed, before);
        int failed = Integer.MAX_VALUE;
        int rate = 0;
        for (int asked : options.rates()) {
            rate = asked;
            if (!holds(asked)) {
                failed = Math.min(failed, asked);
                break;
            }
        }
        for (int i = 0; i < STEPS_MAX && rate > 0 && failed == Integer.MAX_VALUE; i++) {
            rate = (int) (rate * STEP);
            failed = holds(rate) ? failed : rate;
        }
        for (int i = 0; i < HALVINGS && best > 0; i++) {
            int middle = (best + failed) / 2;
            if (!holds(middle)) {
                failed = middle;
            }
        }
    }

    void report(Report report) {
        String text = "Highest open-loop rate with every bid answered and answer p99 under 100 ms: " + best
                + " bids a second, over " + options.auctions() + " auctions and " + options.bidders() + " bidders, each"
                + " of them in its room. Latency counts from the time at which the bid was due. Too low: another bid"
                + " came first; that is an answer as well.";
        if (bestTally != null) {
            quantiles(bestTally.answers);
        }
        report.add("Bids", text, rows, byRate, byPercentile, recorded);
        report.add("Processor time", "What a bid answered costs each process.", processorRows);
    }

    private boolean holds(int rate) {
        ProcessTimes before = ProcessTimes.now(options.pidDirectory());
        Tally tally = BidTrial.openLoop(loop, rooms, rate, options);
        note("open loop, " + rate + " /s", tally, before);
        byRate.add("p50", rate, millis(tally.answers, 50));
        byRate.add("p99", rate, millis(tally.answers, 99));
        byRate.add("p99.9", rate, millis(tally.answers, 99.9));
        recorded.add("p50", rate, millis(tally.recordings, 50));
        recorded.add("p99", rate, millis(tally.recordings, 99));
        boolean held = tally.answered() == tally.sent()
                && tally.refused() == 0
                && tally.answers.getValueAtPercentile(99) < LIMIT_MICROS;
        if (held && rate > best) {
            best = rate;
            bestTally = tally;
        }
        return held;
    }

    private void note(String name, Tally tally, ProcessTimes before) {
        Histogram answers = tally.answers;
        List<String> row = List.of(
                name,
                Long.toString(tally.sent()),
                String.format("%.0f", tally.answered() / tally.seconds()),
                Long.toString(tally.accepted()),
                Long.toString(tally.tooLow()),
                Long.toString(tally.refused()),
                Long.toString(tally.sent() - tally.answered()),
                text(answers, 50),
                text(answers, 90),
                text(answers, 99),
                text(answers, 99.9),
                text(answers, 100),
                text(tally.recordings, 50),
                text(tally.recordings, 99));
        rows.add(row);
        System.out.println(String.join("  ", row));
        // The warm-up's bids cost processor time too; they come at the same rate.
        double share = (options.seconds() + options.warmupSeconds()) / (double) options.seconds();
        String each = ProcessTimes.now(options.pidDirectory()).since(before, (long) (tally.answered() * share));
        processorRows.add(List.of(name, each));
    }

    private void quantiles(Histogram answers) {
        for (double left = 1; left > 1e-5; left /= 2) {
            byPercentile.add("answers", 1 / left, millis(answers, 100 * (1 - left)));
        }
    }

    static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e3;
    }

    static String text(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0 ? "-" : String.format("%.1f", millis(histogram, percentile));
    }
}
