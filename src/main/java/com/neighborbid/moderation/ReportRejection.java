package com.neighborbid.moderation;

import com.neighborbid.platform.Rejection;

/** Why a report, or a decision about one, is not taken. */
public enum ReportRejection implements Rejection {
    ALREADY_REPORTED(409, "You have reported this before."),
    OWN_DOING(409, "Nobody reports itself."),
    ALREADY_DECIDED(409, "The house has decided about this report.");

    private final int status;
    private final String title;

    ReportRejection(int status, String title) {
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
