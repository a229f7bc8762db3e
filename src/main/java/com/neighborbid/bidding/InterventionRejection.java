package com.neighborbid.bidding;

import com.neighborbid.platform.Rejection;

/** Why the house cannot do what an admin asks of an auction. */
public enum InterventionRejection implements Rejection {
    ALREADY_PAUSED(409, "It is paused already."),
    NOT_PAUSED(409, "It is not paused."),
    HOUSE_PAUSED(409, "The whole house is paused: it goes on with the house."),
    NOT_OPEN(409, "The auction has not opened yet."),
    CLOSED(409, "The auction is closed."),
    NOT_LATER(409, "The auction ends later than that already.");

    private final int status;
    private final String title;

    InterventionRejection(int status, String title) {
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
