package com.neighborbid.bidding;

/**
 * One step of a random auction. Numbers are chosen close to those at which the rules turn, and only then, when the step
 * is taken: see {@link RandomAuction}.
 */
sealed interface RandomCommand {
    /** The number that a bid or a limit is near. */
    enum Near {
        ZERO,
        START,
        PRICE,
        NEXT,
        STANDING_MAXIMUM,
        ABOVE_STANDING_MAXIMUM,
        RESERVE,
        OWN_LIMIT,
        HIGHEST_INTEGER,
        ANYTHING
    }

    /** A member bids under a new ref. */
    record Bid(int member, boolean maximum, Near near, long offset) implements RandomCommand {}

    /** A member sends one of its refs again, as it was or with another number or type. */
    record Repeat(int member, int which, boolean otherType, int offset) implements RandomCommand {}

    /** A member takes a paddle or changes its limit. */
    record Limit(int member, Near near, long offset) implements RandomCommand {}

    /** A member gives its paddle back. */
    record Return(int member) implements RandomCommand {}

    /** Time passes: so many milliseconds, or up to this much before (or after) the end. */
    record Wait(long millis, boolean untilEnd) implements RandomCommand {}

    /** The closing clock looks at the auction. */
    record Advance() implements RandomCommand {}

    /** Somebody withdraws the auction. */
    record Withdraw(boolean onlyWithoutBids) implements RandomCommand {}
}
