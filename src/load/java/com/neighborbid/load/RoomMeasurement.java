package com.neighborbid.load;

import java.util.ArrayList;
import java.util.List;

/** Fan-out: one room full of watchers, bids at rising rates, and how long each bid takes to each watcher. */
final class RoomMeasurement {
    private static final List<String> HEAD = List.of(
            "bids /s",
            "accepted",
            "too low",
            "refused",
            "deliveries /s",
            "frames",
            "bids a frame",
            "p50 ms",
            "p90 ms",
            "p99 ms",
            "max ms",
            "answer p99 ms",
            "unanswered");

    private final Crowd crowd;
    private final LoadRoom room;
    private final LoadOptions options;
    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    private final List<List<String>> processorRows =
            new ArrayList<>(List.of(List.of("bids /s", "ms of processor a frame that reached a watcher")));
    private final Plot plot = new Plot("Delivery latency by bid rate", "bids a second in the room", "ms");
    private double connectSeconds;

    RoomMeasurement(Crowd crowd, LoadRoom room, LoadOptions options) {
        this.crowd = crowd;
        this.room = room;
        this.options = options;
    }

    void run() {
        connectSeconds = crowd.watch(room, options.watchers());
        for (int rate : options.roomRates()) {
            ProcessTimes before = ProcessTimes.now(options.pidDirectory());
            Tally tally = BidTrial.openLoop(crowd.loop(), List.of(room), rate, options);
            note(rate, tally);
            // The warm-up's frames cost processor time too; they come at the same rate.
            double share = (options.seconds() + options.warmupSeconds()) / (double) options.seconds();
            String each = ProcessTimes.now(options.pidDirectory()).since(before, (long) (tally.frames() * share));
            processorRows.add(List.of(Integer.toString(rate), each));
        }
    }

    void report(Report report) {
        String text = String.format(
                "One room, %d watchers and %d bidders, who are watchers too; the watchers entered at %.0f a second."
                        + " A delivery counts from the time at which the bid was due to the watcher's sight of it.",
                options.watchers(), room.bidders().size(), options.watchers() / connectSeconds);
        report.add("A hot room", text, rows, plot);
        report.add("Processor time of a hot room", "The bids and their recording are in it.", processorRows);
    }

    private void note(int rate, Tally tally) {
        long deliveries = tally.deliveries.getTotalCount();
        List<String> row = List.of(
                Integer.toString(rate),
                Long.toString(tally.accepted()),
                Long.toString(tally.tooLow()),
                Long.toString(tally.refused()),
                String.format("%.0f", deliveries / tally.seconds()),
                Long.toString(tally.frames()),
                String.format("%.1f", deliveries / (double) Math.max(1, tally.frames())),
                BidMeasurement.text(tally.deliveries, 50),
                BidMeasurement.text(tally.deliveries, 90),
                BidMeasurement.text(tally.deliveries, 99),
                BidMeasurement.text(tally.deliveries, 100),
                BidMeasurement.text(tally.answers, 99),
                Long.toString(tally.sent() - tally.answered()));
        rows.add(row);
        System.out.println("room  " + String.join("  ", row));
        plot.add("p50", rate, BidMeasurement.millis(tally.deliveries, 50));
        plot.add("p99", rate, BidMeasurement.millis(tally.deliveries, 99));
        plot.add("max", rate, BidMeasurement.millis(tally.deliveries, 100));
    }
}
