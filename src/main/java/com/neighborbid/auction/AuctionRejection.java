package com.neighborbid.auction;

import com.neighborbid.platform.Rejection;

/** Why a lot is not changed. */
enum AuctionRejection implements Rejection {
    NOT_THE_SELLER(403, "Only the seller may do this."),
    CLOSED(409, "The auction is closed."),
    TOO_MANY_PHOTOS(409, "An auction has no room for more photos."),
    AUCTION_RUNNING(409, "An auction of this member is not over.");

    private final int status;
    private final String title;

    AuctionRejection(int status, String title) {
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
