package com.neighborbid.bidding;

import com.neighborbid.auction.AuctionOutcome;
import com.neighborbid.auction.AuctionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a bid is decided, written once more from the rules of the public contract, in plain Java and for reading: what the
 * function library does is right when it does the same. Comments give the contract's own words.
 */
final class ReferenceAuction implements DecidingAuction {
    private static final class Paddle {
        final String member;
        final int number;

        @Nullable
        Long limit;

        @Nullable
        Long max;

        final Map<String, Decision> decisions = new HashMap<>();

        Paddle(String member, int number) {
            this.member = member;
            this.number = number;
        }
    }

    private record Decision(boolean maximum, long value, Answer answer) {}

    private final String auction;
    private final AuctionSetup setup;
    private final Map<String, Paddle> paddles = new HashMap<>();
    private final List<ShownBid> bids = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private AuctionState state = AuctionState.SCHEDULED;
    private String outcome = "";
    private long now = AuctionSetup.START_OF_TEST;
    private long endsAt;
    private @Nullable Paddle leader;
    private long leaderMax;

    ReferenceAuction(String auction, AuctionSetup setup) {
        this.auction = auction;
        this.setup = setup;
        this.endsAt = setup.endsAt();
    }

    @Override
    public void clock(long millis) {
        now = Math.max(now, millis);
    }

    @Override
    public Answer bid(String member, boolean maximum, long value, String ref) {
        Paddle paddle = paddles.get(member);
        Decision first = paddle == null ? null : paddle.decisions.get(ref);
        if (first != null) {
            return again(first, maximum, value);
        }
        openWhenDue();
        BidRejection noBids = refusalOfState();
        if (noBids != null) {
            return Answer.refused(noBids.name(), next());
        }
        if (paddle == null || paddle.limit == null) {
            return Answer.refused(BidRejection.NO_PADDLE.name(), next());
        }
        BidRejection refusal = refusalOfRuleFour(paddle, maximum, value);
        Answer answer =
                refusal != null ? Answer.refused(refusal.name(), next()) : accepted(paddle, maximum, value, ref);
        paddle.decisions.put(ref, new Decision(maximum, value, answer));
        return answer;
    }

    /** "The same ref from the same paddle answers the first decision again (with next as it is now)." */
    private Answer again(Decision first, boolean maximum, long value) {
        if (first.maximum != maximum || first.value != value) {
            return Answer.refused(BidRejection.REF_REUSED.name(), next());
        }
        Answer answer = first.answer;
        boolean replayed = answer.code().equals("ACCEPTED");
        return new Answer(answer.code(), answer.seq(), answer.leading(), next(), replayed, null);
    }

    private @Nullable BidRejection refusalOfState() {
        return switch (state) {
            case SCHEDULED -> BidRejection.NOT_OPEN;
            case PAUSED -> BidRejection.PAUSED;
            case CLOSED -> BidRejection.CLOSED;
            case OPEN -> now < endsAt ? null : BidRejection.CLOSED;
        };
    }

    private @Nullable BidRejection refusalOfRuleFour(Paddle paddle, boolean maximum, long value) {
        boolean takesBack = maximum && value == 0;
        if (paddle == leader && !maximum) {
            return BidRejection.ALREADY_LEADING;
        }
        long least = paddle == leader ? price() : next();
        if (!takesBack && value < least) {
            return BidRejection.TOO_LOW;
        }
        return !takesBack && value > paddle.limit ? BidRejection.OVER_LIMIT : null;
    }

    private Answer accepted(Paddle paddle, boolean maximum, long value, String ref) {
        int before = bids.size();
        if (maximum && value == 0) {
            takeBack(paddle);
        } else {
            paddle.max = value;
            raise(paddle, maximum, value);
        }
        reachReserve(before);
        if (bids.size() > before) {
            extend();
        }
        boolean leading = paddle == leader;
        AuctionEvent.BidDecided event = new AuctionEvent.BidDecided(
                auction,
                1,
                events.size() + 1,
                now,
                paddle.member,
                paddle.number,
                maximum,
                value,
                leader == null ? null : new AuctionEvent.Leader(leader.number, leader.member, leaderMax),
                price(),
                bids.size(),
                endsAt,
                next(),
                reserveMet(),
                bids.subList(before, bids.size()),
                ref);
        events.add(event.text());
        return new Answer("ACCEPTED", bids.size(), leading, next(), false, event);
    }

    /** "A leader's maximum becomes the price; from anyone else it is accepted and changes nothing." */
    private void takeBack(Paddle paddle) {
        if (paddle == leader) {
            leaderMax = price();
            paddle.max = leaderMax;
        }
    }

    private void raise(Paddle paddle, boolean maximum, long value) {
        if (leader == null) {
            // "The challenger leads at A, or with a proxy at the start price."
            lead(paddle, value, maximum ? setup.start() : value, maximum);
        } else if (paddle == leader) {
            leaderMax = value;
        } else if (value > leaderMax) {
            // "The old leader is shown at L if L is above the price that stood; then the challenger leads, at exactly
            // A, or with a proxy at min(M, L + increment of L's band)."
            long beaten = leaderMax;
            showAbovePrice(leader, beaten, true);
            lead(paddle, value, maximum ? Math.min(value, setup.increments().next(beaten)) : value, maximum);
        } else if (value < leaderMax) {
            // "The challenger is shown at M, then the leader's proxy answers at min(L, M + increment of M's band)."
            showAbovePrice(paddle, value, maximum);
            showAbovePrice(leader, Math.min(leaderMax, setup.increments().next(value)), true);
        } else {
            // "The earlier keeps the lead and is shown at L; the challenger is not shown."
            showAbovePrice(leader, leaderMax, true);
        }
    }

    private void lead(Paddle paddle, long maximum, long amount, boolean proxy) {
        leader = paddle;
        leaderMax = maximum;
        showAbovePrice(paddle, amount, proxy);
    }

    private void showAbovePrice(Paddle paddle, long amount, boolean proxy) {
        if (bids.isEmpty() || amount > price()) {
            bids.add(new ShownBid(bids.size() + 1, amount, paddle.number, proxy, now));
        }
    }

    /**
     * "Once a maximum reaches it, the leader is shown at no less than the reserve: a bid that meets it is itself lifted
     * there (one bid, not two), and a leader that raises its maximum to it is shown there by one proxy bid."
     */
    private void reachReserve(int before) {
        if (!Boolean.TRUE.equals(reserveMet()) || price() >= setup.reserve()) {
            return;
        }
        boolean lifted = bids.size() > before;
        boolean proxy = !lifted || bids.remove(bids.size() - 1).proxy();
        bids.add(new ShownBid(bids.size() + 1, setup.reserve(), leader.number, proxy, now));
    }

    /** "Moves endsAt to now + softCloseSeconds, up to the cap." */
    private void extend() {
        if (now + setup.softCloseSeconds() * 1000L >= endsAt) {
            long cap = setup.softCloseCapSeconds() == null
                    ? Long.MAX_VALUE
                    : setup.endsAt() + setup.softCloseCapSeconds() * 1000L;
            endsAt = Math.max(endsAt, Math.min(cap, now + setup.softCloseSeconds() * 1000L));
        }
    }

    private void openWhenDue() {
        if (state == AuctionState.SCHEDULED && setup.opensAt() <= now) {
            state = AuctionState.OPEN;
            events.add(new AuctionEvent.StateChanged(auction, 1, events.size() + 1, now, state, endsAt, "").text());
        }
    }

    private void close(AuctionOutcome as, String reason) {
        state = AuctionState.CLOSED;
        outcome = as.name();
        AuctionEvent.Hammer hammer =
                leader == null ? null : new AuctionEvent.Hammer(price(), leader.number, leader.member);
        events.add(new AuctionEvent.AuctionClosed(auction, 1, events.size() + 1, now, as, bids.size(), hammer, reason)
                .text());
    }

    @Override
    public String paddle(String member, int number, long limit) {
        Paddle paddle = paddles.computeIfAbsent(member, name -> new Paddle(name, number));
        if (ended()) {
            return "CLOSED";
        } else if (paddle == leader && limit < leaderMax) {
            return "LIMIT_BELOW_BID";
        }
        paddle.limit = limit;
        return "OK";
    }

    @Override
    public String returnPaddle(String member) {
        Paddle paddle = paddles.get(member);
        if (paddle == null || paddle.limit == null) {
            return "NO_PADDLE";
        } else if (paddle == leader) {
            return "LEADING";
        }
        paddle.limit = null;
        paddle.max = null;
        return "OK";
    }

    @Override
    public String advance() {
        if (state == AuctionState.SCHEDULED && setup.opensAt() <= now) {
            openWhenDue();
            return "OPENED";
        } else if (state == AuctionState.OPEN && endsAt <= now) {
            boolean unmet = Boolean.FALSE.equals(reserveMet());
            close(
                    leader == null
                            ? AuctionOutcome.NO_BIDS
                            : unmet ? AuctionOutcome.RESERVE_NOT_MET : AuctionOutcome.SOLD,
                    "");
            return "CLOSED";
        }
        return "NONE";
    }

    @Override
    public String withdraw(String reason, boolean onlyWithoutBids) {
        if (ended()) {
            return "CLOSED";
        } else if (onlyWithoutBids && leader != null) {
            return "HAS_BIDS";
        }
        close(AuctionOutcome.WITHDRAWN, reason);
        return "OK";
    }

    private boolean ended() {
        return state == AuctionState.CLOSED || state == AuctionState.OPEN && endsAt <= now;
    }

    @Override
    public View view(String member) {
        Paddle paddle = paddles.get(member);
        Own own = paddle == null || paddle.limit == null
                ? null
                : new Own(paddle.number, paddle.limit, paddle.max, paddle == leader);
        boolean open = state == AuctionState.SCHEDULED && setup.opensAt() <= now;
        return new View(
                open ? "OPEN" : state.name(),
                bids.size(),
                price(),
                leader == null ? null : leader.number,
                next(),
                endsAt,
                reserveMet(),
                outcome,
                own,
                events.size(),
                leader == null ? "" : leader.member);
    }

    @Override
    public List<ShownBid> log() {
        return List.copyOf(bids);
    }

    @Override
    public List<String> events() {
        return List.copyOf(events);
    }

    /** The standing maximum; 0 without a leader. */
    long leaderMax() {
        return leaderMax;
    }

    long price() {
        return bids.isEmpty() ? setup.start() : bids.get(bids.size() - 1).amount();
    }

    long next() {
        return bids.isEmpty() ? setup.start() : setup.increments().next(price());
    }

    private @Nullable Boolean reserveMet() {
        return setup.reserve() == null ? null : (Boolean) (leader != null && leaderMax >= setup.reserve());
    }
}
