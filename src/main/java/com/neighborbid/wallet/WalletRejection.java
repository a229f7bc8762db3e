package com.neighborbid.wallet;

import com.neighborbid.platform.Rejection;

/** Why money did not move. */
public enum WalletRejection implements Rejection {
    INSUFFICIENT_FUNDS(402, "The wallet does not have that much available."),
    PAYMENT_DECLINED(402, "The payment was declined."),
    BAD_SIGNATURE(401, "The event's signature is missing, wrong or too old."),
    HOLD_OPEN(409, "A paddle still holds money: give it back, or wait for the auction's end."),
    MONEY_IN_WALLET(409, "There is money in the wallet: have it paid out first."),
    PAYMENT_PENDING(409, "A payment is still under way.");

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
