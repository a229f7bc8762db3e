package com.neighborbid.wallet;

/** Where a payment is. Captured is final; a declined one may still turn out to be captured, never the other way. */
enum PaymentStatus {
    /** The gateway has not said yet. */
    PENDING,
    /** The money is with the gateway for us, and in the member's wallet. */
    CAPTURED,
    /** The gateway refused. */
    DECLINED
}
