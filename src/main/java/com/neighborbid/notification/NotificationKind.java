package com.neighborbid.notification;

/** What members are told of. */
enum NotificationKind {
    /** Somebody bid higher. */
    OUTBID(true),
    /** The member won; an order waits for its receipt. */
    WON(true),
    /** The member's lot was sold. */
    SOLD(true),
    /** The member's lot was not sold; the reason is the auction's outcome. */
    UNSOLD(true),
    /** The money of a sale is in the member's wallet. */
    PAID(false),
    /** The house gave the money of an order back to the buyer. */
    REFUNDED(true),
    /** The other side of an order disputes it. */
    DISPUTED(true),
    /** The house decided a dispute; the reason says for whom. */
    DECIDED(true),
    /** The house decided about something that the member reported; the reason says what it did. */
    REPORT_DECIDED(false);

    private final boolean mailed;

    NotificationKind(boolean mailed) {
        this.mailed = mailed;
    }

    /** Whether it goes by mail, too. */
    boolean mailed() {
        return mailed;
    }
}
