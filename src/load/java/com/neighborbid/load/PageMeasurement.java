package com.neighborbid.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** The pages of a house with a big database, at rising rates: how long each kind of call takes, and what it costs. */
final class PageMeasurement {
    /** Logs whose chain is computed again before anything is measured: what was made by SQL must prove. */
    private static final int LOGS_PROVED = 20;

    private static final List<String> HEAD =
            List.of("call", "answered", "failed", "p50 ms", "p90 ms", "p99 ms", "max ms");
    private static final List<Column<PageTrial.Counts>> COLUMNS = List.of(
            Column.of("answered", "%.0f", counts -> counts.all.getTotalCount()),
            Column.of("failed", "%.0f", counts -> counts.failed),
            Column.of("p50 ms", "%.1f", counts -> Tally.millis(counts.all, 50)),
            Column.of("p90 ms", "%.1f", counts -> Tally.millis(counts.all, 90)),
            Column.ranged("p99 ms", "%.1f", counts -> Tally.millis(counts.all, 99)),
            Column.of("max ms", "%.1f", counts -> Tally.millis(counts.all, 100)));

    private final LoadOptions options;
    private final List<List<String>> rateRows = new ArrayList<>();
    private final List<List<List<String>>> callRows = new ArrayList<>();
    private final Plot byRate = new Plot("Answers of pages by rate (open loop)", "calls a second", "ms");

    private PageMeasurement(LoadOptions options) {
        this.options = options;
        List<String> heads = Column.heads("calls /s", COLUMNS);
        heads.addAll(List.of("ms of processor a call", "lists given again"));
        rateRows.add(heads);
    }

    /** Measures and writes the report; answers what was broken: calls that failed. */
    static List<String> run(LoadOptions options) throws InterruptedException {
        try (BigHouse big = BigHouse.open(options)) {
            PageMeasurement measurement = new PageMeasurement(options);
            List<String> tokens = big.tokens(options.pages().sessions(), new Random(1));
            ContractClient visitor = ContractClient.visiting(big.house().url());
            PageMix mix = new PageMix(visitor, tokens);
            mix.sample(LOGS_PROVED).forEach(visitor::log);
            Path pids = big.house().dataDir().resolve("run");
            List<String> broken = new ArrayList<>();
            try (PageTrial trial = new PageTrial(big.house().url(), mix)) {
                for (int rate : options.pages().rates()) {
                    broken.addAll(measurement.measure(
                            trial, rate, pids.toString(), big.house().url()));
                }
            }
            measurement.write();
            return broken;
        }
    }

    private List<String> measure(PageTrial trial, int rate, String pids, URI house) throws InterruptedException {
        trial.run(rate, options.warmupSeconds(), 0);
        ListFigures lists = ListFigures.of(house);
        ProcessTimes before = ProcessTimes.now(pids);
        List<PageTrial.Counts> trials = new ArrayList<>();
        for (int i = 0; i < options.repeats(); i++) {
            trials.add(trial.run(rate, 0, options.seconds()));
        }
        long calls = (long) rate * options.seconds() * options.repeats();
        List<String> row = Column.cells(Integer.toString(rate), COLUMNS, trials);
        row.add(ProcessTimes.now(pids).since(before, calls));
        row.add(ListFigures.of(house).since(lists));
        rateRows.add(row);
        System.out.println(String.join("  ", row));
        for (int percentile : List.of(50, 90, 99)) {
            byRate.add("p" + percentile, rate, Column.median(trials, counts -> Tally.millis(counts.all, percentile)));
        }
        PageTrial.Counts together = new PageTrial.Counts();
        trials.forEach(together::add);
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        together.latencies.forEach((name, latencies) -> {
            rows.add(row(name, latencies, together.failures.getOrDefault(name, 0L)));
            System.out.println("    " + String.join("  ", rows.get(rows.size() - 1)));
        });
        callRows.add(rows);
        return together.failed == 0 ? List.of() : List.of(together.failed + " calls failed at " + rate + " /s");
    }

    private static List<String> row(String name, Histogram latencies, long failed) {
        return List.of(
                name,
                Long.toString(latencies.getTotalCount()),
                Long.toString(failed),
                text(latencies, 50),
                text(latencies, 90),
                text(latencies, 99),
                text(latencies, 100));
    }

    private static String text(Histogram latencies, double percentile) {
        return latencies.getTotalCount() == 0 ? "-" : String.format("%.1f", Tally.millis(latencies, percentile));
    }

    private void write() {
        Report report = new Report("NeighborBid's pages under a big database");
        List<List<String>> machine = new ArrayList<>(List.of(List.of("what", "here")));
        machine.addAll(Machine.rows());
        report.add("The machine", Machine.howOften(options.repeats()), machine);
        PageOptions pages = options.pages();
        String text = pages.members() + " members, " + pages.open() + " open and " + pages.closed()
                + " closed auctions with ten bids each. Latency counts from the time at which a call was due; half of the"
                + " calls that anyone may make are made by one of " + pages.sessions() + " members.";
        report.add("All calls", text, rateRows, byRate);
        for (int i = 0; i < callRows.size(); i++) {
            report.add("Each call, at " + pages.rates().get(i) + " /s", "Of all trials together.", callRows.get(i));
        }
        report.write(options.report());
    }
}
