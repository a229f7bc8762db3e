package com.neighborbid.operations;

import com.neighborbid.platform.Rejection;

/** Why the console does not answer an admin. */
public enum AdminRejection implements Rejection {
    CONFIRM_PASSWORD(403, "Show your password again."),
    UNCONFIRMED(400, "What changes something must be confirmed.");

    private final int status;
    private final String title;

    AdminRejection(int status, String title) {
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
