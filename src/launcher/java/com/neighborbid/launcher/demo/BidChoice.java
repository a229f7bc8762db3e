package com.neighborbid.launcher.demo;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How a bot bids. It never goes beyond what the lot is worth to it, and approaches that as the end comes near, so that a
 * lot that ends in days is not at its price today.
 *
 * @param startPrice of the lot, in the minor unit
 * @param worth the most that the bot would pay
 */
record BidChoice(long startPrice, long worth) {
    /** A person would not, either. */
    private static final long TOO_LATE_MS = 2_000;

    private static final long NEAR_THE_END_MS = 180_000;
    private static final double EAGER = 0.5;
    private static final double CALM = 0.25;
    private static final double FIRST = 0.7;
    /** A thousand won, or ten dollars. */
    private static final long JUMP_UNIT = 1_000;
    /** How much of the worth is bid on the first day. */
    private static final double AT_ONCE = 0.25;

    /**
     * A bid to send.
     *
     * @param max whether the amount is a maximum
     */
    record Bid(long amount, boolean max) {}

    /**
     * What to bid now, or nothing.
     *
     * @param progress how much of the auction's time has passed, 0 to 1
     * @param now milliseconds since the epoch
     */
    Optional<Bid> next(RoomView room, double progress, long now, RandomGenerator chance) {
        long left = room.endsAt() - now;
        boolean may = room.state().equals("OPEN") && room.paddle() > 0 && !room.leading() && left > TOO_LATE_MS;
        long ceiling = ceiling(progress);
        if (!may || room.next() > ceiling || chance.nextDouble() > mood(room, left)) {
            return Optional.empty();
        }
        double style = chance.nextDouble();
        if (style < 0.15) {
            return Optional.of(new Bid(ceiling, true));
        }
        long jump = style < 0.35 ? (ceiling - room.next()) / 5 : 0;
        return Optional.of(new Bid(room.next() + jump / JUMP_UNIT * JUMP_UNIT, false));
    }

    private static double mood(RoomView room, long left) {
        if (room.leader() == 0) {
            return FIRST;
        }
        return left < NEAR_THE_END_MS ? EAGER : CALM;
    }

    /** The most that is bid after that much of the time. */
    long ceiling(double progress) {
        double share = AT_ONCE + (1 - AT_ONCE) * progress;
        return startPrice + Math.max(0, rounded(Math.round((worth - startPrice) * share)));
    }

    /** Down to two digits that count, as people say prices. */
    static long rounded(long amount) {
        long unit = 1;
        while (amount / unit >= 100) {
            unit *= 10;
        }
        return amount / unit * unit;
    }
}
