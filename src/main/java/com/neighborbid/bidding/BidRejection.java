package com.neighborbid.bidding;

import com.neighborbid.platform.Rejection;

/**
 * Why a bid is not accepted: the codes of the public contract, for socket and HTTP alike. The function library gives all
 * but {@link #MALFORMED} and {@link #RATE_LIMITED}, which are refused before it.
 */
public enum BidRejection implements Rejection {
    TOO_LOW(409, false, "The bid is below the next one."),
    OVER_LIMIT(409, false, "The bid is above the limit of your paddle."),
    ALREADY_LEADING(409, false, "You lead already."),
    NO_PADDLE(409, false, "Take a paddle first."),
    NOT_OPEN(409, true, "The auction is not open yet."),
    PAUSED(409, true, "The auction is paused."),
    CLOSED(409, false, "The auction is closed."),
    REF_REUSED(409, false, "This ref was used for another bid."),
    MALFORMED(400, false, "The bid could not be read."),
    RATE_LIMITED(409, true, "Too many bids: wait a little."),
    UNAVAILABLE(409, true, "Bids cannot be taken at this moment: try again.");

    private final int status;
    private final boolean retryable;
    private final String title;

    BidRejection(int status, boolean retryable, String title) {
        this.status = status;
        this.retryable = retryable;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /** Whether the very same bid may be accepted later, with nothing done but waiting. */
    public boolean retryable() {
        return retryable;
    }
}
