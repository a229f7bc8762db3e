package com.neighborbid.launcher.demo;

import jakarta.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A neighbour that goes from auction to auction. It does one thing every few seconds: takes a seat at some auction, bids,
 * says something, or leaves and gives its paddle back.
 */
final class Bot {
    private static final int SEATS_MOST = 2;
    private static final long PAUSE_MS_LEAST = 3_000;
    private static final long PAUSE_MS_MOST = 9_000;
    private static final double TALKATIVE = 0.02;
    /** How soon an auction must end to draw a crowd. */
    private static final long SOON_MS = 360_000;

    private static final int PAYMENT_REQUIRED = 402;

    private final HouseClient house;
    private final Member member;
    private final RandomGenerator chance;
    private final List<Seat> seats = new ArrayList<>();
    private final Set<String> shunned = new HashSet<>();
    private long actsAt;

    Bot(HouseClient house, Member member, RandomGenerator chance) {
        this.house = house;
        this.member = member;
        this.chance = chance;
    }

    /** Does what it likes, when it is time. */
    void act(List<Listing> listings, long now) throws InterruptedException {
        if (now < actsAt) {
            return;
        }
        actsAt = now + chance.nextLong(PAUSE_MS_LEAST, PAUSE_MS_MOST);
        for (Seat seat : seats) {
            seat.keep(house, member, now);
        }
        Seat over = seats.stream().filter(seat -> seat.over(now)).findFirst().orElse(null);
        if (over != null) {
            leave(over);
        } else if (seats.size() < SEATS_MOST) {
            sit(listings, now);
        } else {
            Seat seat = seats.get(chance.nextInt(seats.size()));
            seat.consider(now, chance);
            if (chance.nextDouble() < TALKATIVE) {
                seat.room().say(SmallTalk.line(member.who().locale(), chance));
            }
        }
    }

    /** Leaves every room, without a word to the house. */
    void goHome() {
        seats.forEach(seat -> seat.room().leave());
        seats.clear();
    }

    private void leave(Seat seat) throws InterruptedException {
        seats.remove(seat);
        seat.room().leave();
        if (!seat.room().view().closed()) {
            // The leader's is refused, and as it should be.
            member.call("DELETE", paddlePath(seat.listing()), null);
        }
    }

    private void sit(List<Listing> listings, long now) throws InterruptedException {
        // One seat where the hammer is about to fall, the other anywhere else.
        boolean hurried = seats.stream().noneMatch(seat -> endsSoon(seat.listing(), now));
        List<Listing> fitting = listings.stream()
                .filter(listing -> isForMe(listing, now) && endsSoon(listing, now) == hurried)
                .toList();
        if (fitting.isEmpty()) {
            return;
        }
        Listing chosen = fitting.get(chance.nextInt(fitting.size()));
        BidChoice choice = new BidChoice(chosen.lot().startPrice(), worth(chosen));
        if (takePaddle(chosen, choice.worth())) {
            seats.add(new Seat(chosen, choice, Room.enter(house, chosen.auction(), member.token()), now, chance));
        }
    }

    private static boolean endsSoon(Listing listing, long now) {
        return listing.endsAt() - now < SOON_MS;
    }

    private boolean isForMe(Listing listing, long now) {
        return listing.isOpen(now)
                && !listing.seller().equals(member.id())
                && !shunned.contains(listing.auction())
                && seats.stream().noneMatch(seat -> seat.listing().auction().equals(listing.auction()));
    }

    private boolean takePaddle(Listing listing, long limit) throws InterruptedException {
        Reply reply = member.call(
                "PUT",
                paddlePath(listing),
                Json.createObjectBuilder().add("limit", limit).build());
        if (reply.status() == PAYMENT_REQUIRED) {
            member.topUpWhenPoor(listing.lot().currency());
        } else if (!reply.ok()) {
            // Too far away, closed meanwhile, or a standing bid above the limit: not for this bot any more.
            shunned.add(listing.auction());
        }
        return reply.ok();
    }

    /** What the lot is worth to this neighbour: its own opinion, the same whenever it comes back. */
    private long worth(Listing listing) {
        int opinion = Math.floorMod((member.id() + listing.auction()).hashCode(), 51);
        return Math.max(
                listing.lot().startPrice(), BidChoice.rounded(listing.lot().worth() * (60 + opinion) / 100));
    }

    private static String paddlePath(Listing listing) {
        return "/api/auctions/" + listing.auction() + "/paddle";
    }
}
