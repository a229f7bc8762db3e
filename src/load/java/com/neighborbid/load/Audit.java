package com.neighborbid.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The reckoning after the load: what was acknowledged is recorded, once, in order, and nothing else is; the log's chain
 * holds; every watcher saw every bid. Violations are collected, not thrown, so that a report tells them all.
 */
final class Audit {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 200;
    private static final int VIOLATIONS_MAX = 50;

    private final ContractClient visitor;
    private final List<String> violations = new ArrayList<>();
    private long acknowledged;
    private long recorded;

    Audit(ContractClient visitor) {
        this.visitor = visitor;
    }

    /** Audits rooms in which nothing is on its way any more. */
    void check(List<LoadRoom> rooms) {
        rooms.forEach(this::check);
    }

    /** What is wrong, at most the first fifty; empty when all is as it should be. */
    List<String> violations() {
        return violations;
    }

    void report(Report report) {
        String text = acknowledged + " bids acknowledged, " + recorded + " recorded, " + violations.size()
                + " violations. Checked: one answer to each bid; seq rising by one at every watcher; each acknowledged bid"
                + " recorded once with its amount, nothing else recorded, amounts rising; the hash chain of every log. ";
        report.add("Nothing lost", text + String.join("; ", violations), List.of());
    }

    private void check(LoadRoom room) {
        String auction = room.auction();
        awaitRecorded(room);
        List<RecordedBid> bids = visitor.recordedBids(auction);
        acknowledged += room.acceptedCount();
        recorded += bids.size();
        long amount = 0;
        for (int i = 0; i < bids.size(); i++) {
            RecordedBid bid = bids.get(i);
            long answered = room.acceptedAmount(i + 1);
            expect(bid.seq() == i + 1, auction, "seq " + bid.seq() + " is recorded at place " + (i + 1));
            expect(bid.amount() > amount, auction, "seq " + bid.seq() + " does not raise the price");
            expect(bid.amount() == answered, auction, "seq " + bid.seq() + " is " + bid.amount() + ", not " + answered);
            expect(room.sentAt(bid.amount()) != 0, auction, "nobody sent " + bid.amount());
            amount = bid.amount();
        }
        expect(bids.size() == room.seqMax(), auction, room.seqMax() + " answered, " + bids.size() + " recorded");
        expect(room.acceptedCount() == room.seqMax(), auction, room.acceptedCount() + " answers for " + room.seqMax());
        expect(room.doubled() == 0, auction, room.doubled() + " answers repeat a seq");
        expect(room.breaks() == 0, auction, room.breaks() + " frames do not follow the one before");
        expect(room.socketsLost() == 0, auction, room.socketsLost() + " sockets were lost");
        for (LoadBidder bidder : room.bidders()) {
            expect(bidder.waiting() == 0, auction, bidder.waiting() + " bids have no answer");
            expect(bidder.strangers() == 0, auction, bidder.strangers() + " answers to no bid");
        }
        checkLog(auction, bids);
    }

    private void checkLog(String auction, List<RecordedBid> bids) {
        try {
            expect(visitor.log(auction).bids().equals(bids), auction, "the log tells other bids");
        } catch (ContractException e) {
            expect(false, auction, e.getMessage());
        }
    }

    private void awaitRecorded(LoadRoom room) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        String last = "/api/auctions/" + room.auction() + "/bids?limit=1&after=" + (room.seqMax() - 1);
        while (room.seqMax() > 0
                && visitor.get(last).getJsonArray("items").isEmpty()
                && System.nanoTime() - latest < 0) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void expect(boolean holds, String auction, String what) {
        if (!holds && violations.size() < VIOLATIONS_MAX) {
            violations.add(auction + ": " + what);
        }
    }
}
