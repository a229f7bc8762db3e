package com.neighborbid.settlement;

/** How far an order is. */
enum OrderStatus {
    /** The price is paid and in the house's hands. */
    HELD_IN_ESCROW,
    /** The seller has it, less the fee. */
    RELEASED,
    /** Frozen until an admin decides. */
    DISPUTED,
    /** The buyer has it back. */
    REFUNDED
}
