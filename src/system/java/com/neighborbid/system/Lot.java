package com.neighborbid.system;

import com.neighborbid.load.RecordedBid;
import com.neighborbid.load.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One auction of a {@link Fair}: who holds which paddle, and what its bidders were told. */
final class Lot {
    private final String auction;
    private final List<Seat> seats = new ArrayList<>();

    /** Every bid that any socket showed, by seq. */
    private final Map<Long, RecordedBid> shown = new ConcurrentHashMap<>();

    /** The accepted bids of exact amounts. */
    private final List<Accepted> accepted = new ArrayList<>();

    /** What a bidder was answered. */
    record Accepted(int paddle, long amount, long seq, boolean leading) {}

    Lot(String auction) {
        this.auction = auction;
    }

    String auction() {
        return auction;
    }

    List<Seat> seats() {
        return seats;
    }

    Map<Long, RecordedBid> shown() {
        return shown;
    }

    List<Accepted> accepted() {
        return accepted;
    }
}
