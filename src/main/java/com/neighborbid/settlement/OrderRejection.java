package com.neighborbid.settlement;

import com.neighborbid.platform.Rejection;

/** Why an order does not take a step. */
public enum OrderRejection implements Rejection {
    NOT_THE_BUYER(403, "Only the buyer confirms the hand-over."),
    NOT_IN_ESCROW(409, "The money of this order is not in escrow any more.");

    private final int status;
    private final String title;

    OrderRejection(int status, String title) {
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
