package com.neighborbid.wallet;

import com.neighborbid.platform.Rejection;

/** Why money did not move. */
public enum WalletRejection implements Rejection {
    INSUFFICIENT_FUNDS(402, "The wallet does not have that much available."),
    PAYMENT_DECLINED(402, "The payment was declined."),
    BAD_SIGNATURE(401, "The event's signature is missing, wrong or too old.");

    private final int status;
    private final String title;

    WalletRejection(int status, String title) {
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
