package com.neighborbid.wallet;

/** Why money moved. */
enum TransferKind {
    /** A payment came in through a gateway. */
    TOP_UP,
    /** A paddle's limit was set or raised. */
    HOLD,
    /** A hold was lowered, or is over without a sale. */
    RELEASE,
    /** The winner's hold became the auction's escrow; what was held above the price is free again. */
    CAPTURE,
    /** Escrow went to the seller, less the fee. */
    SALE,
    /** Escrow went back to the buyer. */
    REFUND,
    /** Escrow was shared between the seller, less the fee, and the buyer. */
    SPLIT
}
