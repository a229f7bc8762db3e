package com.neighborbid.launcher.demo;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A bot at one auction: its room, entered again when lost, and how long it means to stay.
 *
 * @param choice how it bids there
 */
final class Seat {
    private static final long FIRST_PAUSE_MS = 1_000;
    private static final long PAUSE_MS_MOST = 30_000;
    private static final long STAY_MS_LEAST = 60_000;
    private static final long STAY_MS_MOST = 240_000;

    private final Listing listing;
    private final BidChoice choice;
    private final Backoff backoff;
    private final long leavesAt;
    private Room room;
    private long reenterAt;

    Seat(Listing listing, BidChoice choice, Room room, long now, RandomGenerator chance) {
        this.listing = listing;
        this.choice = choice;
        this.room = room;
        this.backoff = new Backoff(FIRST_PAUSE_MS, PAUSE_MS_MOST, chance);
        this.leavesAt = now + chance.nextLong(STAY_MS_LEAST, STAY_MS_MOST);
    }

    Listing listing() {
        return listing;
    }

    Room room() {
        return room;
    }

    /** Whether there is nothing more to do here. */
    boolean over(long now) {
        RoomView view = room.view();
        return view.closed() || now > leavesAt && !view.leading() || now > listing.endsAt() && room.lost();
    }

    /** Bids when it wants to. */
    void consider(long now, RandomGenerator chance) {
        RoomView view = room.view();
        Optional<BidChoice.Bid> bid = choice.next(view, listing.progress(now), now, chance);
        if (bid.isPresent() && bid.get().max()) {
            room.bidUpTo(bid.get().amount());
        } else if (bid.isPresent()) {
            room.bid(bid.get().amount());
        }
    }

    /** Enters again when the room was lost, after growing pauses. */
    void keep(HouseClient house, Member member, long now) throws InterruptedException {
        if (!room.lost()) {
            if (!room.view().state().isEmpty()) {
                backoff.reset();
                reenterAt = 0;
            }
            return;
        }
        if (room.unwelcome()) {
            member.forgetToken();
        }
        if (reenterAt == 0) {
            reenterAt = now + backoff.pauseMs();
        } else if (now >= reenterAt) {
            room = Room.enter(house, listing.auction(), member.token());
            reenterAt = 0;
        }
    }
}
