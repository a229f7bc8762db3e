package com.neighborbid.faults;

import com.neighborbid.load.RecordedBid;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that the workload's clients asked, were answered and were shown. Safe for any thread. */
final class History {
    private final Queue<BidCall> bids = new ConcurrentLinkedQueue<>();
    private final Map<String, Map<Long, RecordedBid>> shown = new ConcurrentHashMap<>();
    private final Map<String, Closing> closings = new ConcurrentHashMap<>();
    private final Map<String, Long> paid = new ConcurrentHashMap<>();
    private final Map<String, Long> epochs = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

    /** How an auction ended, as its room was told; price and paddle are 0 without a bid. */
    record Closing(String outcome, long seq, long price, int paddle) {}

    void asked(BidCall call) {
        bids.add(call);
    }

    List<BidCall> bids() {
        return List.copyOf(bids);
    }

    /** A bid that some socket showed: every socket must show the same. */
    void shown(String auction, RecordedBid bid) {
        RecordedBid before = shownIn(auction).putIfAbsent(bid.seq(), bid);
        if (before != null && !before.equals(bid)) {
            contradiction("12 " + auction + " showed " + before + " and " + bid);
        }
    }

    Map<Long, RecordedBid> shownIn(String auction) {
        return shown.computeIfAbsent(auction, id -> new ConcurrentHashMap<>());
    }

    void closed(String auction, Closing closing) {
        Closing before = closings.putIfAbsent(auction, closing);
        if (before != null && !before.equals(closing)) {
            contradiction("9 " + auction + " ended as " + before + " and as " + closing);
        }
    }

    Map<String, Closing> closings() {
        return closings;
    }

    /** A payment that was answered as captured. */
    void paid(String member, long amount) {
        paid.merge(member, amount, Long::sum);
    }

    /** What each member paid in. */
    Map<String, Long> paid() {
        return paid;
    }

    /** The epoch in which a client is welcomed, by a name for the client's place in the room. */
    void welcomed(String place, String epoch) {
        long now = Long.parseLong(epoch);
        Long before = epochs.put(place, now);
        if (before != null && before > now) {
            contradiction("14 " + place + " was in epoch " + before + " and then in " + now);
        }
    }

    /** Something that no fault excuses. */
    void contradiction(String what) {
        contradictions.add(what);
    }

    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    /** How many bids were asked, accepted, refused, and never answered. */
    @Override
    public String toString() {
        long accepted = bids.stream().filter(call -> call.outcome().accepted()).count();
        long unknown = bids.stream().filter(call -> !call.outcome().known()).count();
        return bids.size() + " bids asked, " + accepted + " accepted, " + (bids.size() - accepted - unknown)
                + " refused, " + unknown + " unknown, " + closings.size() + " auctions closed";
    }
}
