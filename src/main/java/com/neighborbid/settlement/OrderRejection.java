package com.neighborbid.settlement;

import com.neighborbid.platform.Rejection;

/** Why an order does not take a step. */
public enum OrderRejection implements Rejection {
    NOT_THE_BUYER(403, "Only the buyer confirms the hand-over."),
    NOT_IN_ESCROW(409, "The money of this order is not in escrow any more."),
    ALREADY_DISPUTED(409, "This order is in dispute already."),
    NOT_DISPUTED(409, "This order is not in dispute."),
    ENOUGH_SAID(409, "This dispute has as many statements as the house reads."),
    ORDER_OPEN(409, "An order of this member is not settled.");

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
