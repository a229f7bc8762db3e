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
        if (options.floorSeconds() > 0) {
            floor.run();
        }
        BroadcastFloor bare = new BroadcastFloor(options);
        bare.run();
        return options.url().isEmpty()
                ? measureOwnHouse(options, floor, bare)
                : measure(URI.create(options.url()), options, floor, bare);
    }

    private static void end(LoadOptions options, List<String> violations) {
        violations.forEach(violation -> System.err.println("BROKEN " + violation));
        System.out.println("Report: " + options.report().resolve("report.md").toAbsolutePath());
        if (!violations.isEmpty()) {
            System.exit(1);
        }
    }

    private static List<String> measureOwnHouse(LoadOptions options, RedisFloor floor, BroadcastFloor bare)
            throws InterruptedException {
        Path data = options.report().resolve("data/house-" + System.currentTimeMillis());
        HouseConfig config =
                HouseConfig.forTest(data).with(Map.of("NB_RATE_LIMITS", "off", "NB_JAVA_OPTS", options.javaOptions()));
        try (House house = House.start(config)) {
            return measure(house.url(), options.in(data.resolve("run").toString()), floor, bare);
        }
    }

    private static List<String> measure(URI address, LoadOptions options, RedisFloor floor, BroadcastFloor bare) {
        try (SocketLoop loop = SocketLoop.start("load");
                Crowd crowd = new Crowd(address, loop, options.bidders())) {
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
            RoomGrowth growing = new RoomGrowth(crowd, options);
            rooms.addAll(growing.run());
            HouseGrowth house = new HouseGrowth(crowd, options);
            house.run();
            SpreadMeasurement spread = new SpreadMeasurement(crowd, options);
            rooms.addAll(spread.overBidders());
            rooms.addAll(spread.overRooms());
            Audit audit = new Audit(crowd.visitor());
            audit.check(rooms);
            Report report = new Report("NeighborBid under load");
            List<List<String>> machine = new ArrayList<>(List.of(List.of("what", "here")));
            machine.addAll(Machine.rows());
            report.add("The machine", Machine.howOften(options.repeats()), machine);
            Summary summary = new Summary();
            bids.summarise(summary, floor);
            room.summarise(summary, bare);
            summary.report(report);
            bids.report(report);
            room.report(report);
            idle.report(report);
            growing.report(report);
            house.report(report);
            spread.report(report);
            floor.report(report);
            bare.report(report);
            audit.report(report);
            report.write(options.report());
            return audit.violations();
        }
    }
}
