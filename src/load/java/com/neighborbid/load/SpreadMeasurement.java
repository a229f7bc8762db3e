package com.neighborbid.load;

import java.util.ArrayList;
import java.util.List;

/** The same bids spread over more and more rooms of two bidders, and over more and more bidders in the same rooms. */
final class SpreadMeasurement {
    private static final List<Column<Tally>> COLUMNS = List.of(
            Column.of("bids /s", "%.0f", Tally::rate),
            Column.of("p50 ms", "%.1f", tally -> tally.answer(50)),
            Column.ranged("p99 ms", "%.1f", tally -> tally.answer(99)),
            Column.of("recorded p50 ms", "%.0f", tally -> tally.recording(50)),
            Column.ranged("recorded p99 ms", "%.0f", tally -> tally.recording(99)));

    private final Crowd crowd;
    private final LoadOptions options;
    private final List<List<String>> roomRows = new ArrayList<>();
    private final List<List<String>> bidderRows = new ArrayList<>();

    SpreadMeasurement(Crowd crowd, LoadOptions options) {
        this.crowd = crowd;
        this.options = options;
        roomRows.add(heads("open rooms"));
        bidderRows.add(heads("bidders"));
    }

    /** Opens more and more rooms of two bidders; answers the rooms, to be audited. */
    List<LoadRoom> overRooms() {
        List<LoadRoom> rooms = new ArrayList<>();
        for (int count : options.busyAuctions()) {
            rooms.addAll(crowd.rooms(count - rooms.size(), 2, LoadRoom.SMALL_LIMIT));
            measure(count, rooms, roomRows);
        }
        return rooms;
    }

    /** Brings more and more bidders into as many rooms as the open loops have; answers the rooms, to be audited. */
    List<LoadRoom> overBidders() {
        List<LoadRoom> all = new ArrayList<>();
        for (int count : options.bidderCounts()) {
            List<LoadRoom> rooms = crowd.rooms(options.auctions(), count / options.auctions(), LoadRoom.SMALL_LIMIT);
            measure(count, rooms, bidderRows);
            rooms.forEach(room -> room.bidders().forEach(RoomVisitor::leave));
            rooms.forEach(room -> room.bidders().forEach(bidder -> Crowd.await(bidder.left())));
            all.addAll(rooms);
        }
        return all;
    }

    void report(Report report) {
        String rate = options.busyRate() + " bids a second asked, ";
        if (roomRows.size() > 1) {
            report.add("Many rooms", rate + "spread over more and more rooms of two bidders.", roomRows);
        }
        if (bidderRows.size() > 1) {
            String text = rate + "from more and more bidders in " + options.auctions()
                    + " rooms, each of whom sees every bid of its room.";
            report.add("Many bidders", text, bidderRows);
        }
    }

    private void measure(int count, List<LoadRoom> rooms, List<List<String>> rows) {
        Trials trials = Trials.of(options, () -> BidTrial.openLoop(crowd.loop(), rooms, options.busyRate(), options));
        List<String> row = Column.cells(Integer.toString(count), COLUMNS, trials.tallies());
        row.add(trials.processor(Tally::answered));
        rows.add(row);
        System.out.println("spread  " + String.join("  ", row));
    }

    private static List<String> heads(String first) {
        List<String> heads = Column.heads(first, COLUMNS);
        heads.add("ms of processor a bid");
        return heads;
    }
}
