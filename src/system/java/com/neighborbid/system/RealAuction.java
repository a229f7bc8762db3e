package com.neighborbid.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An auction that took place on eBay: who named which maximum, in order of time, and the price it ended at. Money in
 * cents; {@code reserve} 0 where there was none; bidders are numbers from 1 within the auction.
 */
record RealAuction(int number, String item, long open, long reserve, long finalPrice, List<Entry> entries) {
    /** A proxy bid: this bidder's maximum, this long after the auction opened. */
    record Entry(long atMillis, int bidder, long max) {}

    /**
     * Reads a CSV with a head line and the columns {@code
     * auction,item,days,open_cents,reserve_cents,final_cents,at_ms,bidder,max_cents}.
     */
    static List<RealAuction> read(Path csv) {
        Map<Integer, RealAuction> auctions = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(csv);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                int number = Integer.parseInt(cells[0]);
                auctions.computeIfAbsent(number, key -> of(key, cells))
                        .entries
                        .add(new Entry(Long.parseLong(cells[6]), Integer.parseInt(cells[7]), Long.parseLong(cells[8])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        auctions.values().forEach(auction -> auction.entries.sort(Comparator.comparingLong(Entry::atMillis)));
        return List.copyOf(auctions.values());
    }

    private static RealAuction of(int number, String[] cells) {
        long reserve = cells[4].isEmpty() ? 0 : Long.parseLong(cells[4]);
        long open = Long.parseLong(cells[3]);
        return new RealAuction(number, cells[1], open, reserve, Long.parseLong(cells[5]), new ArrayList<>());
    }

    SortedSet<Integer> bidders() {
        SortedSet<Integer> bidders = new TreeSet<>();
        entries.forEach(entry -> bidders.add(entry.bidder));
        return bidders;
    }

    /** The highest maximum that this bidder ever named. */
    long limitOf(int bidder) {
        return entries.stream()
                .filter(entry -> entry.bidder == bidder)
                .mapToLong(Entry::max)
                .max()
                .orElseThrow();
    }

    String outcome() {
        return finalPrice >= reserve ? "SOLD" : "RESERVE_NOT_MET";
    }
}
