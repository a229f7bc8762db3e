package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.Prerequisite;
import com.neighborbid.auction.IncrementTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Auctions that people really held on eBay: each must end at the price at which it ended there. */
class RealAuctionsTest {
    private static final long NO_LIMIT = (1L << 53) - 1;

    private record Entry(int auction, long start, Long reserve, long hammer, long atMillis, String bidder, long max) {
        static Entry of(String line) {
            String[] fields = line.split(",", -1);
            return new Entry(
                    Integer.parseInt(fields[0]),
                    Long.parseLong(fields[3]),
                    fields[4].isEmpty() ? null : Long.valueOf(fields[4]),
                    Long.parseLong(fields[5]),
                    Long.parseLong(fields[6]),
                    fields[7],
                    Long.parseLong(fields[8]));
        }
    }

    @TestFactory
    Stream<DynamicTest> endsAtTheRealHammerPrice() throws IOException {
        Path file = Path.of(System.getProperty("nb.realAuctions", ""));
        Prerequisite.require(Files.isRegularFile(file), "no real auctions at " + file + ": set -Dnb.realAuctions=FILE");
        try (Stream<String> lines = Files.lines(file)) {
            TreeMap<Integer, List<Entry>> auctions = lines.skip(1)
                    .map(Entry::of)
                    .collect(Collectors.groupingBy(Entry::auction, TreeMap::new, Collectors.toList()));
            assertEquals(313, auctions.size());
            return auctions.values().stream().toList().stream()
                    .map(entries ->
                            DynamicTest.dynamicTest("auction " + entries.get(0).auction, () -> replay(entries)));
        }
    }

    private static void replay(List<Entry> entries) {
        Entry terms = entries.get(0);
        AuctionSetup setup = AuctionSetup.bicycle().start(terms.start).increments(IncrementTable.USD);
        RedisAuction auction = RedisAuction.of(terms.reserve == null ? setup : setup.reserve(terms.reserve));
        List<Entry> inOrder = entries.stream()
                .sorted(Comparator.comparingLong(Entry::atMillis))
                .toList();
        int refs = 0;
        for (Entry entry : inOrder) {
            auction.paddle(entry.bidder, Integer.parseInt(entry.bidder), NO_LIMIT);
            String code =
                    auction.bid(entry.bidder, true, entry.max, "r" + refs++).code();
            assertTrue(code.equals("ACCEPTED") || code.equals("TOO_LOW"), code);
        }
        auction.clock(setup.endsAt());
        assertEquals("CLOSED", auction.advance());
        assertEquals(terms.hammer, auction.view("").price());
    }
}
