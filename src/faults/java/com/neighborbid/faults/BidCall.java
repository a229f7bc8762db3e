package com.neighborbid.faults;

/**
 * A bid or a proxy as its bidder knows it: what was asked, and what came back, if anything did. It is asked again with the
 * same ref until it is answered, so it has one outcome, or none that is known.
 */
final class BidCall {
    private final String auction;
    private final int paddle;
    private final String ref;
    private final boolean proxy;
    private final long value;
    private final long invokedNanos = System.nanoTime();
    private volatile Outcome outcome = Outcome.UNKNOWN;

    /**
     * What was answered.
     *
     * @param code why it was refused; empty where it was accepted
     * @param seq the last that the decision made, where it was accepted
     */
    record Outcome(boolean known, String code, long seq, boolean leading) {
        static final Outcome UNKNOWN = new Outcome(false, "", 0, false);

        boolean accepted() {
            return known && code.isEmpty();
        }
    }

    BidCall(String auction, int paddle, String ref, boolean proxy, long value) {
        this.auction = auction;
        this.paddle = paddle;
        this.ref = ref;
        this.proxy = proxy;
        this.value = value;
    }

    String auction() {
        return auction;
    }

    int paddle() {
        return paddle;
    }

    String ref() {
        return ref;
    }

    boolean proxy() {
        return proxy;
    }

    /** The amount, or the maximum. */
    long value() {
        return value;
    }

    long invokedNanos() {
        return invokedNanos;
    }

    Outcome outcome() {
        return outcome;
    }

    void accepted(long seq, boolean leading) {
        outcome = new Outcome(true, "", seq, leading);
    }

    void rejected(String code) {
        outcome = new Outcome(true, code, 0, false);
    }

    @Override
    public String toString() {
        return auction + " paddle " + paddle + " " + ref + (proxy ? " max " : " amount ") + value + " " + outcome;
    }
}
