package com.neighborbid.load;

/** A member's right to bid in an auction; its limit changes while it bids. For many threads. */
public final class Seat {
    private final ContractClient member;
    private final int paddle;
    private volatile long limit;

    public Seat(ContractClient member, int paddle, long limit) {
        this.member = member;
        this.paddle = paddle;
        this.limit = limit;
    }

    /** Whose it is, signed in. */
    public ContractClient member() {
        return member;
    }

    /** The number that the room sees. */
    public int paddle() {
        return paddle;
    }

    /** The limit as the house last confirmed it, in the minor unit. */
    public long limit() {
        return limit;
    }

    public void limit(long confirmed) {
        limit = confirmed;
    }
}
