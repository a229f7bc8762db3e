package com.neighborbid.load;

import java.util.ArrayList;
import java.util.List;

/** Fan-out: one room full of watchers, bids at rising rates, and how long each bid takes to each watcher. */
final class RoomMeasurement {
    private static final List<Column<Tally>> COLUMNS = List.of(
            Column.of("accepted", "%.0f", Tally::accepted),
            Column.of("too low", "%.0f", Tally::tooLow),
            Column.of("refused", "%.0f", Tally::refused),
            Column.ranged("deliveries /s", "%.0f", Tally::deliveries),
            Column.of("frames", "%.0f", Tally::frames),
            Column.of("bids a frame", "%.1f", tally -> tally.delivered() / (double) Math.max(1, tally.frames())),
            Column.of("p50 ms", "%.1f", tally -> tally.delivery(50)),
            Column.of("p90 ms", "%.1f", tally -> tally.delivery(90)),
            Column.ranged("p99 ms", "%.1f", tally -> tally.delivery(99)),
            Column.of("max ms", "%.1f", tally -> tally.delivery(100)),
            Column.of("answer p99 ms", "%.1f", tally -> tally.answer(99)),
            Column.of("unanswered", "%.0f", Tally::unanswered));

    private final Crowd crowd;
    private final LoadRoom room;
    private final LoadOptions options;
    private final List<List<String>> rows = new ArrayList<>(List.of(Column.heads("bids /s", COLUMNS)));
    private final List<List<String>> processorRows =
            new ArrayList<>(List.of(List.of("bids /s", "ms of processor a frame that reached a watcher")));
    private final Plot plot = new Plot("Delivery latency by bid rate", "bids a second in the room", "ms");
    private double connects;
    private List<Tally> last = List.of();

    RoomMeasurement(Crowd crowd, LoadRoom room, LoadOptions options) {
        this.crowd = crowd;
        this.room = room;
        this.options = options;
    }

    void run() {
        if (options.roomRates().isEmpty()) {
            return;
        }
        Watchers watchers = crowd.watch(room, options.watchers());
        connects = watchers.rate();
        for (int rate : options.roomRates()) {
            Trials trials = Trials.of(options, () -> BidTrial.openLoop(crowd.loop(), List.of(room), rate, options));
            note(rate, trials);
            last = trials.tallies();
        }
        watchers.leave();
    }

    /** What the highest rate gave. */
    void summarise(Summary summary, BroadcastFloor bare) {
        if (last.isEmpty()) {
            return;
        }
        String to = " to " + options.watchers() + " watchers";
        double deliveries = Column.median(last, Tally::deliveries);
        summary.add("deliveries /s" + to, deliveries, "a bare server, a hundred bids a frame", bare.gathered());
        summary.add("the same", deliveries, "a bare server, a frame a bid", bare.oneByOne());
        summary.add("delivery p99" + to + ", ms", Column.median(last, tally -> tally.delivery(99)));
    }

    void report(Report report) {
        if (rows.size() == 1) {
            return;
        }
        String text = String.format(
                "One room, %d watchers and %d bidders, who are watchers too; the watchers entered at %.0f a second."
                        + " A delivery counts from the time at which the bid was due to the watcher's sight of it.",
                options.watchers(), room.bidders().size(), connects);
        report.add("A hot room", text, rows, plot);
        report.add("Processor time of a hot room", "The bids and their recording are in it.", processorRows);
    }

    private void note(int rate, Trials trials) {
        List<String> row = Column.cells(Integer.toString(rate), COLUMNS, trials.tallies());
        rows.add(row);
        System.out.println("room  " + String.join("  ", row));
        processorRows.add(List.of(Integer.toString(rate), trials.processor(Tally::frames)));
        plot.add("p50", rate, Column.median(trials.tallies(), tally -> tally.delivery(50)));
        plot.add("p99", rate, Column.median(trials.tallies(), tally -> tally.delivery(99)));
        plot.add("max", rate, Column.median(trials.tallies(), tally -> tally.delivery(100)));
    }
}
