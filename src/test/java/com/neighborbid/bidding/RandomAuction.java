package com.neighborbid.bidding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neighborbid.bidding.DecidingAuction.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes random steps on the function library and on the reference alike, and compares all that either shows. */
final class RandomAuction {
    static final List<String> MEMBERS = List.of("ana", "ben", "eve", "dan");
    private static final long HIGHEST = (1L << 53) - 1;

    private record Sent(boolean maximum, long value, String ref) {}

    final RedisAuction redis;
    final ReferenceAuction reference;
    private final AuctionSetup setup;
    private final Map<String, List<Sent>> sent = new HashMap<>();
    private View before;

    RandomAuction(AuctionSetup setup) {
        this.setup = setup;
        redis = RedisAuction.of(setup);
        reference = new ReferenceAuction(redis.keys.auction(), setup);
        before = reference.view("");
    }

    void takeAll(List<RandomCommand> commands) {
        commands.forEach(this::take);
        assertEquals(reference.events(), redis.events());
        assertEquals(reference.log(), redis.log());
        assertNumberedAndRising(redis.log());
    }

    private void take(RandomCommand command) {
        switchOn(command);
        for (String member : MEMBERS) {
            assertEquals(reference.view(member), redis.view(member), () -> member + " after " + command);
        }
        assertInvariants(redis.view(""));
    }

    private void switchOn(RandomCommand command) {
        if (command instanceof RandomCommand.Bid bid) {
            String member = MEMBERS.get(bid.member());
            Sent first = new Sent(
                    bid.maximum(),
                    number(member, bid.near(), bid.offset()),
                    "ref|" + sentBy(member).size());
            sentBy(member).add(first);
            bid(member, first);
        } else if (command instanceof RandomCommand.Repeat repeat) {
            repeat(MEMBERS.get(repeat.member()), repeat);
        } else if (command instanceof RandomCommand.Limit limit) {
            String member = MEMBERS.get(limit.member());
            long most = number(member, limit.near(), limit.offset());
            int paddle = limit.member() + 1;
            assertEquals(reference.paddle(member, paddle, most), redis.paddle(member, paddle, most));
        } else if (command instanceof RandomCommand.Return back) {
            String member = MEMBERS.get(back.member());
            assertEquals(reference.returnPaddle(member), redis.returnPaddle(member));
        } else if (command instanceof RandomCommand.Wait wait) {
            View view = reference.view("");
            long instant = wait.untilEnd() ? view.endsAt() - wait.millis() : clock() + Math.abs(wait.millis());
            reference.clock(instant);
            redis.clock(instant);
        } else if (command instanceof RandomCommand.Advance) {
            assertEquals(reference.advance(), redis.advance());
        } else if (command instanceof RandomCommand.Withdraw withdraw) {
            assertEquals(
                    reference.withdraw("a | reason", withdraw.onlyWithoutBids()),
                    redis.withdraw("a | reason", withdraw.onlyWithoutBids()));
        }
    }

    private void repeat(String member, RandomCommand.Repeat repeat) {
        if (sentBy(member).isEmpty()) {
            return;
        }
        Sent first = sentBy(member).get(repeat.which() % sentBy(member).size());
        long value = Math.max(0, Math.min(HIGHEST, first.value + repeat.offset()));
        bid(member, new Sent(first.maximum ^ repeat.otherType(), value, first.ref));
    }

    private void bid(String member, Sent bid) {
        assertEquals(
                reference.bid(member, bid.maximum, bid.value, bid.ref),
                redis.bid(member, bid.maximum, bid.value, bid.ref),
                () -> member + " " + bid);
    }

    private List<Sent> sentBy(String member) {
        return sent.computeIfAbsent(member, name -> new ArrayList<>());
    }

    private long clock() {
        return Long.parseLong(redis.state("clock"));
    }

    private long number(String member, RandomCommand.Near near, long offset) {
        View view = reference.view(member);
        long base = switch (near) {
            case ZERO -> 0;
            case START -> setup.start();
            case PRICE -> view.price();
            case NEXT -> view.next();
            case STANDING_MAXIMUM -> Math.max(view.price(), reference.leaderMax());
            case ABOVE_STANDING_MAXIMUM -> setup.increments().next(Math.max(view.price(), reference.leaderMax()));
            case RESERVE -> setup.reserve() == null ? view.next() : setup.reserve();
            case OWN_LIMIT -> view.own() == null ? view.next() : view.own().limit();
            case HIGHEST_INTEGER -> HIGHEST;
            case ANYTHING -> view.next() + Math.abs(offset) * 997;
        };
        return Math.max(0, Math.min(HIGHEST, base + offset));
    }

    private void assertInvariants(View view) {
        assertTrue(view.seq() >= before.seq() && view.n() >= before.n(), "numbers rise");
        assertTrue(view.price() >= before.price(), "the price never falls");
        assertTrue(view.endsAt() >= before.endsAt(), "the end never comes nearer");
        if (setup.softCloseCapSeconds() != null) {
            assertTrue(view.endsAt() <= setup.endsAt() + setup.softCloseCapSeconds() * 1000L, "the end keeps its cap");
        }
        assertTrue(
                view.seq() == 0 ? view.next() == setup.start() : view.next() > view.price(), "next is above the price");
        if (view.leader() != null) {
            DecidingAuction.Own leader = redis.view(view.leaderMember()).own();
            long max = Long.parseLong(redis.state("leaderMax"));
            assertTrue(view.price() <= max, "price <= maximum");
            boolean closed = view.state().equals("CLOSED");
            assertTrue(closed && leader == null || max <= leader.limit(), "maximum <= limit");
            assertTrue(closed && leader == null || max == leader.max(), "the leader's maximum is its paddle's");
            boolean met = setup.reserve() != null && max >= setup.reserve();
            assertTrue(!met || view.price() >= setup.reserve(), "a reserve that is met is shown");
        }
        before = view;
    }

    private static void assertNumberedAndRising(List<ShownBid> bids) {
        long amount = 0;
        for (int i = 0; i < bids.size(); i++) {
            assertEquals(i + 1, bids.get(i).seq());
            assertTrue(bids.get(i).amount() > amount, "amounts rise strictly");
            amount = bids.get(i).amount();
        }
    }
}
