package com.neighborbid.load.seed;

import java.util.Map;
import java.util.TreeMap;

/**
 * How big a house is, and when its story happened.
 *
 * @param members 1,000 to 3,000,000
 * @param open lots under the hammer, 1 to 200,000
 * @param closed lots that are over, 1 to 800,000; with the open ones at most 750,000
 * @param bids of each lot, 1 to 1,000
 * @param bidders of each lot, 2 to {@code bids}, each with a paddle
 * @param now the end of the story, in milliseconds since the epoch
 */
public record SeedSizes(int members, int open, int closed, int bids, int bidders, long now) {
    private static final long DAY_MS = 86_400_000;
    /** Shorter than bids stay single rows, so that the house need not archive what it is given. */
    private static final int DAYS = 150;

    /** Where ids begin to count, {@code platform.Ids}. */
    private static final long ID_EPOCH = 1_767_225_600_000L;

    /** What each paddle may bid: above every price that there is. */
    private static final long LIMIT = 2_000_000;

    private static final int MOST_LOTS = 750_000;
    private static final int MOST_PADDLES = 3_000_000;

    public SeedSizes {
        boolean fits = members >= 1000
                && members <= MOST_PADDLES
                && open >= 1
                && closed >= 1
                && open + closed <= MOST_LOTS
                && bids >= 1
                && bids <= 1000
                && bidders >= 2
                && bidders <= bids
                && (long) (open + closed) * bidders <= MOST_PADDLES;
        if (!fits || now - DAYS * DAY_MS < ID_EPOCH) {
            throw new IllegalArgumentException("not a house that can be made: " + members + " members, " + open
                    + " and " + closed + " lots of " + bids + " bids by " + bidders);
        }
    }

    /** The house of the RUBiS benchmark, with four bidders a lot. */
    public static SeedSizes rubis(long now) {
        return new SeedSizes(1_000_000, 33_000, 500_000, 10, 4, now);
    }

    int lots() {
        return open + closed;
    }

    /** What stands in SQL as {@code {name}}. */
    Map<String, String> names() {
        long begin = now - DAYS * DAY_MS;
        Map<String, String> names = new TreeMap<>();
        names.put("members", Integer.toString(members));
        names.put("open", Integer.toString(open));
        names.put("closed", Integer.toString(closed));
        names.put("lots", Integer.toString(lots()));
        names.put("bids", Integer.toString(bids));
        names.put("bidders", Integer.toString(bidders));
        names.put("now", Long.toString(now));
        names.put("begin", Long.toString(begin));
        names.put("epoch", Long.toString(ID_EPOCH));
        names.put("memberStep", Long.toString(Math.max(1, DAY_MS / members)));
        names.put("limit", Long.toString(LIMIT));
        names.put("day", DAY_MS + "::bigint");
        return names;
    }
}
