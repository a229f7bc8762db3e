package com.neighborbid.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** More and more open auctions in which nobody bids, and what each process takes while nothing happens. */
final class HouseGrowth {
    private static final Duration REST = Duration.ofSeconds(5);

    private final Crowd crowd;
    private final LoadOptions options;
    private final List<List<String>> rows =
            new ArrayList<>(List.of(List.of("open auctions", "percent of one processor at rest")));

    HouseGrowth(Crowd crowd, LoadOptions options) {
        this.crowd = crowd;
        this.options = options;
    }

    void run() {
        int open = 0;
        for (int count : options.idleAuctions()) {
            crowd.offer(count - open);
            open = count;
            List<String> row = List.of(Integer.toString(count), atRest());
            rows.add(row);
            System.out.println("auctions  " + String.join("  ", row));
        }
    }

    void report(Report report) {
        if (rows.size() > 1) {
            report.add("A growing house", "Auctions that are open, and nobody is there.", rows);
        }
    }

    private String atRest() {
        crowd.rest(REST);
        ProcessTimes before = ProcessTimes.now(options.pidDirectory());
        crowd.rest(REST);
        // Milliseconds of processor in a hundredth of the rest are percent of one processor.
        return ProcessTimes.now(options.pidDirectory()).since(before, REST.toMillis() / 100);
    }
}
