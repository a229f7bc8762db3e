package com.neighborbid.bidding;

import com.neighborbid.platform.Rejection;

/** Why a paddle is not issued, changed or given back. */
public enum PaddleRejection implements Rejection {
    OWN_AUCTION(403, "Nobody bids in its own auction."),
    OUT_OF_AREA(403, "This auction is for neighbours nearby: show where you are."),
    CLOSED(409, "The auction is closed."),
    LIMIT_BELOW_BID(409, "The limit would be below your standing bid."),
    LEADING(409, "You lead: the paddle cannot be given back."),
    CHANGED_MEANWHILE(409, "The paddle was changed at the same time: look again."),
    HAS_BIDS(409, "There are bids already: only the house may withdraw it.");

    private final int status;
    private final String title;

    PaddleRejection(int status, String title) {
        this.status = status;
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
}
