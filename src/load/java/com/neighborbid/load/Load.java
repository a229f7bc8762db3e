package com.neighborbid.load;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The load program: {@code ./mvnw -Pload}. It fills a house, bids in closed and open loop, crowds one room, compares
 * what it was told with what is recorded, and writes {@code target/load/report.md} and {@code report.html}. It ends
 * with 1 when a promise was broken; slow is not broken.
 */
public final class Load {
    private static final int ROOM_BIDDERS = 20;

    private Load() {}

    /** Runs with the options of {@link LoadOptions}. */
    public static void main(String[] arguments) throws InterruptedException {
        LoadOptions options = LoadOptions.ofProperties();
        end(options, options.pages().rates().isEmpty() ? measureBids(options) : PageMeasurement.run(options));
    }

    private static List<String> measureBids(LoadOptions options) throws InterruptedException {
        RedisFloor floor = new RedisFloor(options);
        if (options.redisSeconds() > 0) {
            floor.run();
        }
        return options.url().isEmpty()
                ? measureOwnHouse(options, floor)
                : measure(URI.create(options.url()), options, floor);
    }

    private static void end(LoadOptions options, List<String> violations) {
        violations.forEach(violation -> System.err.println("BROKEN " + violation));
        System.out.println("Report: " + options.report().resolve("report.md").toAbsolutePath());
        if (!violations.isEmpty()) {
            System.exit(1);
        }
    }

    private static List<String> measureOwnHouse(LoadOptions options, RedisFloor floor) throws InterruptedException {
        Path data = options.report().resolve("data/house-" + System.currentTimeMillis());
        HouseConfig config =
                HouseConfig.forTest(data).with(Map.of("NB_RATE_LIMITS", "off", "NB_JAVA_OPTS", options.javaOptions()));
        try (House house = House.start(config)) {
            return measure(house.url(), options.in(data.resolve("run").toString()), floor);
        }
    }

    private static List<String> measure(URI house, LoadOptions options, RedisFloor floor) {
        try (SocketLoop loop = SocketLoop.start("load");
                Crowd crowd = new Crowd(house, loop, options.bidders())) {
            List<LoadRoom> rooms = new ArrayList<>(
                    crowd.rooms(options.auctions(), options.bidders() / options.auctions(), LoadRoom.LIMIT));
            BidMeasurement bids = new BidMeasurement(loop, rooms, options);
            bids.run();
            IdleMeasurement idle = new IdleMeasurement(crowd, List.copyOf(rooms), options);
            LoadRoom hot = crowd.rooms(1, ROOM_BIDDERS, LoadRoom.LIMIT).get(0);
            RoomMeasurement room = new RoomMeasurement(crowd, hot, options);
            room.run();
            idle.run();
            rooms.add(hot);
            GrowthMeasurement growth = new GrowthMeasurement(crowd, options);
            if (!options.roomSizes().isEmpty()) {
                rooms.add(growth.growRoom());
            }
            growth.growHouse();
            rooms.addAll(growth.spread());
            Audit audit = new Audit(crowd.visitor());
            audit.check(rooms);
            write(options, bids, room, idle, growth, floor, audit);
            return audit.violations();
        }
    }

    private static void write(
            LoadOptions options,
            BidMeasurement bids,
            RoomMeasurement room,
            IdleMeasurement idle,
            GrowthMeasurement growth,
            RedisFloor floor,
            Audit audit) {
        Report report = new Report("NeighborBid under load");
        List<List<String>> machine = new ArrayList<>(List.of(List.of("what", "here")));
        machine.addAll(Machine.rows());
        report.add("The machine", "Everything ran on it at once.", machine);
        bids.report(report);
        room.report(report);
        idle.report(report);
        growth.report(report);
        floor.report(report);
        String text = audit.acknowledged() + " bids acknowledged, " + audit.recorded() + " recorded, "
                + audit.violations().size() + " violations. Checked: one answer to each bid; seq rising by one at every"
                + " watcher; each acknowledged bid recorded once with its amount, nothing else recorded, amounts rising;"
                + " the hash chain of every log.";
        report.add("Nothing lost", text + String.join("; ", audit.violations()), List.of());
        report.write(options.report());
    }
}
