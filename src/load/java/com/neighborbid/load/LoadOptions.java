package com.neighborbid.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What to measure, from system properties {@code nb.load.*}; every default suits a machine of two cores.
 *
 * @param url the house's address; empty: start one for the run and stop it afterwards
 * @param pidDirectory the house's directory of pid files, for its processor time; empty: not measured
 * @param javaOptions what the house's Payara gets beside its own options, as {@code NB_JAVA_OPTS} has it
 * @param report where the report goes
 * @param auctions how many rooms share the open- and closed-loop bids
 * @param bidders how many members bid, spread over the rooms
 * @param rates the open-loop rates to start with, bids a second, rising; none: leave them out
 * @param repeats how often each trial is made, one after the other; the report has the medians
 * @param seconds how long each trial is measured, after {@code warmupSeconds} that are not
 * @param watchers the watchers of the hot room
 * @param roomRates the hot room's bid rates, rising
 * @param idle how many sockets only watch, spread over the rooms; 0: leave them out
 * @param roomSizes watchers of the room that grows, rising; none: leave it out
 * @param roomSizeRate its bids a second
 * @param idleAuctions open auctions in which nobody bids, rising; none: leave them out
 * @param busyAuctions over how many auctions the same bids are spread, rising; none: leave them out
 * @param bidderCounts how many bidders share the same bids in {@code auctions} rooms, rising; none: leave them out
 * @param busyRate the bids a second of these two, all together
 * @param floorSeconds how long each trial of bare Redis and of a bare server takes; 0: leave it out
 * @param pages if it has rates, the pages under a big database are measured, and nothing else
 */
record LoadOptions(
        String url,
        String pidDirectory,
        String javaOptions,
        Path report,
        int auctions,
        int bidders,
        List<Integer> rates,
        int repeats,
        int seconds,
        int warmupSeconds,
        int watchers,
        List<Integer> roomRates,
        int idle,
        List<Integer> roomSizes,
        int roomSizeRate,
        List<Integer> idleAuctions,
        List<Integer> busyAuctions,
        List<Integer> bidderCounts,
        int busyRate,
        int floorSeconds,
        PageOptions pages) {

    static LoadOptions ofProperties() {
        LoadOptions options = new LoadOptions(
                System.getProperty("nb.load.url", ""),
                System.getProperty("nb.load.pids", ""),
                Optional.ofNullable(System.getenv("NB_JAVA_OPTS")).orElse(""),
                Path.of(System.getProperty("nb.load.report", "target/load")),
                number("auctions", 20),
                number("bidders", 200),
                numbers("rates", "500,1000,2000,4000"),
                number("repeats", 3),
                number("seconds", 10),
                number("warmupSeconds", 3),
                number("watchers", 500),
                numbers("roomRates", "10,50,200,1000,2000"),
                number("idle", 2000),
                numbers("roomSizes", "1,10,100,1000"),
                number("roomSizeRate", 50),
                numbers("idleAuctions", ""),
                numbers("busyAuctions", ""),
                numbers("bidderCounts", ""),
                number("busyRate", 500),
                number("floorSeconds", 5),
                PageOptions.ofProperties());
        if (options.auctions < 1 || options.bidders < 2 * options.auctions) {
            throw new IllegalArgumentException("at least two bidders an auction: " + options);
        }
        if (options.repeats < 1 || options.seconds < 1 || options.repeats * options.seconds > 600) {
            throw new IllegalArgumentException("each trial at least once, 600 seconds at most: " + options);
        }
        int most = options.auctions * options.bidders;
        if (options.bidderCounts.stream().anyMatch(count -> count < 2 * options.auctions || count > most)) {
            throw new IllegalArgumentException("two bidders to all of them in each auction: " + options);
        }
        return options;
    }

    /** The same for a house whose pid files lie there. */
    LoadOptions in(String pids) {
        return new LoadOptions(
                url,
                pids,
                javaOptions,
                report,
                auctions,
                bidders,
                rates,
                repeats,
                seconds,
                warmupSeconds,
                watchers,
                roomRates,
                idle,
                roomSizes,
                roomSizeRate,
                idleAuctions,
                busyAuctions,
                bidderCounts,
                busyRate,
                floorSeconds,
                pages);
    }

    static int number(String name, int otherwise) {
        return Integer.getInteger("nb.load." + name, otherwise);
    }

    static List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(System.getProperty("nb.load." + name, otherwise).split(","))
                .filter(text -> !text.isBlank())
                .map(text -> Integer.valueOf(text.strip()))
                .toList();
    }
}
