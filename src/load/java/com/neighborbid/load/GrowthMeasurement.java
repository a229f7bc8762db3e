package com.neighborbid.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the house grows: one room with more and more watchers, more and more open auctions in which nobody bids, and the
 * same bids spread over more and more auctions.
 */
final class GrowthMeasurement {
    private static final int BIDDERS = 20;
    private static final Duration REST = Duration.ofSeconds(5);

    private final Crowd crowd;
    private final LoadOptions options;
    private final List<List<String>> rooms = new ArrayList<>(List.of(List.of(
            "watchers",
            "connects /s",
            "bids /s",
            "frames /s",
            "p50 ms",
            "p99 ms",
            "max ms",
            "answer p99 ms",
            "ms of processor a frame that reached a watcher")));
    private final List<List<String>> auctions =
            new ArrayList<>(List.of(List.of("open auctions", "percent of one processor at rest")));
    private final List<List<String>> spreads = new ArrayList<>(List.of(List.of(
            "open rooms",
            "bids /s",
            "p50 ms",
            "p99 ms",
            "recorded p50 ms",
            "recorded p99 ms",
            "ms of processor a bid",
            "at rest, percent of one processor")));
    private final Plot plot = new Plot("Delivery latency by watchers", "watchers in the room", "ms");

    GrowthMeasurement(Crowd crowd, LoadOptions options) {
        this.crowd = crowd;
        this.options = options;
    }

    /** Fills a room step by step; answers it, to be audited. */
    LoadRoom growRoom() {
        LoadRoom room = crowd.rooms(1, BIDDERS, LoadRoom.LIMIT).get(0);
        int watchers = 0;
        for (int size : options.roomSizes()) {
            int more = size - watchers;
            double seconds = crowd.watch(room, more);
            watchers = size;
            ProcessTimes before = ProcessTimes.now(options.pidDirectory());
            Tally tally = BidTrial.openLoop(crowd.loop(), List.of(room), options.roomSizeRate(), options);
            note(size, more / seconds, tally, ProcessTimes.now(options.pidDirectory()), before);
        }
        return room;
    }

    /** Opens auctions step by step, and looks what each crowd of them costs when nothing happens. */
    void growHouse() {
        int open = 0;
        for (int count : options.idleAuctions()) {
            crowd.offer(count - open);
            open = count;
            List<String> row = List.of(Integer.toString(count), atRest());
            auctions.add(row);
            System.out.println("auctions  " + String.join("  ", row));
        }
    }

    /** Spreads the same bids over more and more rooms, each with two bidders; answers the rooms, to be audited. */
    List<LoadRoom> spread() {
        List<LoadRoom> rooms = new ArrayList<>();
        for (int count : options.busyAuctions()) {
            rooms.addAll(crowd.rooms(count - rooms.size(), 2, LoadRoom.SMALL_LIMIT));
            String rest = atRest();
            ProcessTimes before = ProcessTimes.now(options.pidDirectory());
            Tally tally = BidTrial.openLoop(crowd.loop(), rooms, options.busyRate(), options);
            ProcessTimes after = ProcessTimes.now(options.pidDirectory());
            List<String> row = List.of(
                    Integer.toString(count),
                    String.format("%.0f", tally.answered() / tally.seconds()),
                    BidMeasurement.text(tally.answers, 50),
                    BidMeasurement.text(tally.answers, 99),
                    BidMeasurement.text(tally.recordings, 50),
                    BidMeasurement.text(tally.recordings, 99),
                    after.since(before, (long) (tally.answered() * shareOfWarmup())),
                    rest);
            spreads.add(row);
            System.out.println("spread  " + String.join("  ", row));
        }
        return rooms;
    }

    /** Percent of one processor that each process takes while nothing happens. */
    private String atRest() {
        crowd.rest(REST);
        ProcessTimes before = ProcessTimes.now(options.pidDirectory());
        crowd.rest(REST);
        // Milliseconds of processor in a hundredth of the rest are percent of one processor.
        return ProcessTimes.now(options.pidDirectory()).since(before, REST.toMillis() / 100);
    }

    /** The warm-up's bids and frames cost processor time too; they come at the same rate. */
    private double shareOfWarmup() {
        return (options.seconds() + options.warmupSeconds()) / (double) options.seconds();
    }

    void report(Report report) {
        if (rooms.size() > 1) {
            String text = "One room, " + BIDDERS + " bidders, " + options.roomSizeRate()
                    + " bids a second asked, more and more watchers without a session, 64 handshakes at a time.";
            report.add("A growing room", text, rooms, plot);
        }
        if (auctions.size() > 1) {
            report.add("A growing house", "Auctions that are open, and nobody is there.", auctions);
        }
        if (spreads.size() > 1) {
            String text = options.busyRate() + " bids a second asked, spread over more and more rooms of two bidders.";
            report.add("Many rooms", text, spreads);
        }
    }

    private void note(int size, double connects, Tally tally, ProcessTimes after, ProcessTimes before) {
        List<String> row = List.of(
                Integer.toString(size),
                String.format("%.0f", connects),
                String.format("%.0f", tally.accepted() / tally.seconds()),
                String.format("%.0f", tally.frames() / tally.seconds()),
                BidMeasurement.text(tally.deliveries, 50),
                BidMeasurement.text(tally.deliveries, 99),
                BidMeasurement.text(tally.deliveries, 100),
                BidMeasurement.text(tally.answers, 99),
                after.since(before, (long) (tally.frames() * shareOfWarmup())));
        rooms.add(row);
        System.out.println("grow  " + String.join("  ", row));
        plot.add("p50", size, BidMeasurement.millis(tally.deliveries, 50));
        plot.add("p99", size, BidMeasurement.millis(tally.deliveries, 99));
    }
}
