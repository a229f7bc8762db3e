package com.neighborbid.system;

import com.neighborbid.load.BidFrame;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.RecordedBid;
import com.neighborbid.load.ResumingRoom;
import com.neighborbid.load.RoomEvents;
import com.neighborbid.load.SocketLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One real auction on its way through the house: every bidder enters the room, then the entries go out one by one, each
 * after the answer to the one before, and at last the room closes and everything is recorded. Runs on the loop's thread.
 */
final class Replay {
    private final RealAuction auction;
    private final String id;
    private final Map<Integer, ResumingRoom> seats = new HashMap<>();
    private final List<RecordedBid> shown = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();
    private final CompletableFuture<Void> allDone = new CompletableFuture<>();
    private String outcome = "";
    private long price;
    private long recorded;
    private int welcomed;
    private int entry;

    Replay(RealAuction auction, String id) {
        this.auction = auction;
        this.id = id;
    }

    RealAuction auction() {
        return auction;
    }

    String id() {
        return id;
    }

    /** Done when the room is closed and all that was shown is recorded. */
    CompletableFuture<Void> allDone() {
        return allDone;
    }

    /** The bids as the first bidder's socket showed them. */
    List<RecordedBid> shown() {
        return shown;
    }

    /** The outcome that the room was told. */
    String outcome() {
        return outcome;
    }

    /** The hammer price that the room was told. */
    long price() {
        return price;
    }

    /** What should not have happened. */
    List<String> surprises() {
        return surprises;
    }

    /** Enters the room with every bidder; bidder k is the k-th member. */
    void begin(SocketLoop loop, List<ContractClient> members) {
        int first = auction.bidders().first();
        for (int bidder : auction.bidders()) {
            ContractClient member = members.get(bidder - 1);
            RoomEvents ear = bidder == first ? new FirstSeat() : new Seat();
            ResumingRoom seat = new ResumingRoom(loop, member.room(id), member.token(), ear);
            seats.put(bidder, seat);
            seat.join();
        }
    }

    /** Leaves the room with everybody. */
    void end() {
        seats.values().forEach(seat -> {
            if (seat.breaks() > 0) {
                surprises.add(seat.breaks() + " frames did not follow the one before");
            }
            seat.leave();
        });
    }

    private void bidNext() {
        if (entry < auction.entries().size()) {
            RealAuction.Entry next = auction.entries().get(entry++);
            seats.get(next.bidder()).proxy("e" + entry, next.max());
        }
    }

    private void finishIfDone() {
        if (!outcome.isEmpty() && recorded >= shown.size()) {
            allDone.complete(null);
        }
    }

    /** One bidder's ears. */
    private class Seat implements RoomEvents {
        private boolean entered;

        @Override
        public void welcome(Welcome welcome) {
            if (!entered) {
                entered = true;
                if (++welcomed == seats.size()) {
                    bidNext();
                }
            }
        }

        @Override
        public void accepted(String ref, long seq, boolean leading) {
            bidNext();
        }

        @Override
        public void rejected(String ref, String code, long next) {
            if (!code.equals("TOO_LOW")) {
                surprises.add(ref + " was refused with " + code);
            }
            bidNext();
        }

        @Override
        public void error(String code, String ref) {
            surprises.add("error " + code + " for " + ref);
        }
    }

    /** The ears of the bidder who keeps the minutes. */
    private final class FirstSeat extends Seat {
        @Override
        public void welcome(Welcome welcome) {
            recorded = Math.max(recorded, welcome.recorded());
            super.welcome(welcome);
        }

        @Override
        public void bids(BidFrame frame) {
            for (int i = 0; i < frame.size(); i++) {
                shown.add(frame.bid(i));
            }
        }

        @Override
        public void recorded(long seq) {
            recorded = seq;
            finishIfDone();
        }

        @Override
        public void ended(String told, long seq, long hammerPrice, int paddle) {
            outcome = told;
            price = hammerPrice;
            finishIfDone();
        }
    }
}
