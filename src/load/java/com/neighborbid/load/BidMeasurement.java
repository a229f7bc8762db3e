package com.neighborbid.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Bids over many auctions: a closed loop, open loops at the rates asked for, and then the search for the highest rate
 * whose answers stay under 100 ms at p99, by steps of a half and then by halving.
 */
final class BidMeasurement {
    private static final double LIMIT_MILLIS = 100;
    private static final double STEP = 1.5;
    private static final int STEPS_MAX = 8;
    private static final int HALVINGS = 3;
    private static final List<Column<Tally>> COLUMNS = List.of(
            Column.of("sent", "%.0f", Tally::sent),
            Column.ranged("answered /s", "%.0f", Tally::rate),
            Column.of("accepted", "%.0f", Tally::accepted),
            Column.of("too low", "%.0f", Tally::tooLow),
            Column.of("refused", "%.0f", Tally::refused),
            Column.of("unanswered", "%.0f", Tally::unanswered),
            Column.of("p50 ms", "%.1f", tally -> tally.answer(50)),
            Column.of("p90 ms", "%.1f", tally -> tally.answer(90)),
            Column.ranged("p99 ms", "%.1f", tally -> tally.answer(99)),
            Column.of("p99.9 ms", "%.1f", tally -> tally.answer(99.9)),
            Column.of("max ms", "%.1f", tally -> tally.answer(100)),
            Column.ranged("recorded p50 ms", "%.0f", tally -> tally.recording(50)),
            Column.of("recorded p99 ms", "%.0f", tally -> tally.recording(99)));

    private final SocketLoop loop;
    private final List<LoadRoom> rooms;
    private final LoadOptions options;
    private final List<List<String>> rows = new ArrayList<>(List.of(Column.heads("bids", COLUMNS)));
    private final List<List<String>> processorRows = new ArrayList<>(List.of(List.of("bids", "ms of processor a bid")));
    private final Plot byRate = new Plot("Answer latency by bid rate (open loop)", "bids a second", "ms");
    private final Plot byPercentile = new Plot("Answer latency at the highest rate held", "1 / (1 - quantile)", "ms");
    private final Plot recorded = new Plot("From accepted to recorded, by bid rate", "bids a second", "ms");
    private int best;
    private List<Tally> bestTrials = List.of();
    private List<Tally> closedLoop = List.of();

    BidMeasurement(SocketLoop loop, List<LoadRoom> rooms, LoadOptions options) {
        this.loop = loop;
        this.rooms = rooms;
        this.options = options;
    }

    void run() {
        String closed = "closed loop, " + options.bidders() + " bidders";
        Trials atOnce = Trials.of(options, () -> BidTrial.closedLoop(loop, rooms, options));
        closedLoop = atOnce.tallies();
        note(closed, atOnce);
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

    /** How far the house comes, and how far Redis alone does: bids in a pipeline, and one at a time from each of 50. */
    void summarise(Summary summary, RedisFloor floor) {
        String redis = "Redis alone, the same function, always synced, ";
        summary.add("bids /s, open loop, answer p99 under 100 ms", best, redis + "16 x 16", floor.rate(16, 16));
        double closed = Column.median(closedLoop, Tally::rate);
        summary.add("bids /s, closed loop", closed, redis + "50 x 1", floor.rate(50, 1));
        summary.add("answer p99 at the highest rate, ms", Column.median(bestTrials, tally -> tally.answer(99)));
        summary.add("recorded p50 at the highest rate, ms", Column.median(bestTrials, tally -> tally.recording(50)));
    }

    void report(Report report) {
        String text =
                "Highest open-loop rate with every bid answered and answer p99 under 100 ms, in most of its trials: "
                        + best + " bids a second, over " + options.auctions() + " auctions and " + options.bidders()
                        + " bidders, each of them in its room. Latency counts from the time at which the bid was due. Too low:"
                        + " another bid came first; that is an answer as well.";
        quantiles();
        report.add("Bids", text, rows, byRate, byPercentile, recorded);
        report.add("Processor time", "What a bid answered costs each process.", processorRows);
    }

    private boolean holds(int rate) {
        Trials trials = Trials.of(options, () -> BidTrial.openLoop(loop, rooms, rate, options));
        note("open loop, " + rate + " /s", trials);
        for (double percentile : List.of(50.0, 99.0, 99.9)) {
            String name = "p" + String.valueOf(percentile).replace(".0", "");
            byRate.add(name, rate, Column.median(trials.tallies(), tally -> tally.answer(percentile)));
        }
        recorded.add("p50", rate, Column.median(trials.tallies(), tally -> tally.recording(50)));
        recorded.add("p99", rate, Column.median(trials.tallies(), tally -> tally.recording(99)));
        long heldTrials = trials.tallies().stream().filter(BidMeasurement::held).count();
        boolean held = 2 * heldTrials > trials.tallies().size();
        if (held && rate > best) {
            best = rate;
            bestTrials = trials.tallies();
        }
        return held;
    }

    private static boolean held(Tally tally) {
        return tally.unanswered() == 0 && tally.refused() == 0 && tally.answer(99) < LIMIT_MILLIS;
    }

    private void note(String name, Trials trials) {
        List<String> row = Column.cells(name, COLUMNS, trials.tallies());
        rows.add(row);
        System.out.println(String.join("  ", row));
        processorRows.add(List.of(name, trials.processor(Tally::answered)));
    }

    private void quantiles() {
        List<Tally> middle = bestTrials.stream()
                .sorted(Comparator.comparingDouble(tally -> tally.answer(99)))
                .toList();
        if (middle.isEmpty()) {
            return;
        }
        Tally tally = middle.get((middle.size() - 1) / 2);
        for (double left = 1; left > 1e-5; left /= 2) {
            byPercentile.add("answers", 1 / left, tally.answer(100 * (1 - left)));
        }
    }
}
