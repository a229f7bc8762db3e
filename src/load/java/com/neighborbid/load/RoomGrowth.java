package com.neighborbid.load;

import java.util.ArrayList;
import java.util.List;

/** One room with more and more watchers, bids at one rate. */
final class RoomGrowth {
    private static final int BIDDERS = 20;
    private static final List<Column<Tally>> COLUMNS = List.of(
            Column.of("bids /s", "%.0f", tally -> tally.accepted() / tally.seconds()),
            Column.ranged("frames /s", "%.0f", tally -> tally.frames() / tally.seconds()),
            Column.of("p50 ms", "%.1f", tally -> tally.delivery(50)),
            Column.ranged("p99 ms", "%.1f", tally -> tally.delivery(99)),
            Column.of("max ms", "%.1f", tally -> tally.delivery(100)),
            Column.of("answer p99 ms", "%.1f", tally -> tally.answer(99)));

    private final Crowd crowd;
    private final LoadOptions options;
    private final List<List<String>> rows = new ArrayList<>();
    private final Plot plot = new Plot("Delivery latency by watchers", "watchers in the room", "ms");

    RoomGrowth(Crowd crowd, LoadOptions options) {
        this.crowd = crowd;
        this.options = options;
        List<String> heads = Column.heads("watchers", COLUMNS);
        heads.addAll(List.of("came in, /s", "ms of processor a frame that reached a watcher"));
        rows.add(heads);
    }

    /** Fills a room step by step; answers it, to be audited. */
    List<LoadRoom> run() {
        if (options.roomSizes().isEmpty()) {
            return List.of();
        }
        LoadRoom room = crowd.rooms(1, BIDDERS, LoadRoom.LIMIT).get(0);
        List<Watchers> all = new ArrayList<>();
        int watching = 0;
        for (int size : options.roomSizes()) {
            Watchers more = crowd.watch(room, size - watching);
            all.add(more);
            watching = size;
            note(
                    size,
                    more.rate(),
                    Trials.of(
                            options,
                            () -> BidTrial.openLoop(crowd.loop(), List.of(room), options.roomSizeRate(), options)));
        }
        all.forEach(Watchers::leave);
        return List.of(room);
    }

    void report(Report report) {
        if (rows.size() > 1) {
            String text = "One room, " + BIDDERS + " bidders, " + options.roomSizeRate()
                    + " bids a second asked, more and more watchers without a session, " + Crowd.HANDSHAKES_AT_ONCE
                    + " handshakes at a time.";
            report.add("A growing room", text, rows, plot);
        }
    }

    private void note(int size, double connects, Trials trials) {
        List<String> row = Column.cells(Integer.toString(size), COLUMNS, trials.tallies());
        row.add(String.format("%.0f", connects));
        row.add(trials.processor(Tally::frames));
        rows.add(row);
        System.out.println("grow  " + String.join("  ", row));
        plot.add("p50", size, Column.median(trials.tallies(), tally -> tally.delivery(50)));
        plot.add("p99", size, Column.median(trials.tallies(), tally -> tally.delivery(99)));
    }
}
