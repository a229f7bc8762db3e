package com.neighborbid.wallet;

/**
 * Whose money it is, or where; with a currency it names one row of the books. Escrow is an account for each auction, so
 * that no row is hot and each shows what one sale still owes. Fees and gateways, to which every sale and every top-up
 * writes, are split into slots.
 *
 * @param owner a member, an auction, or a slot
 */
record Account(String kind, long owner) {
    static final String AVAILABLE = "AVAILABLE";
    static final String HELD = "HELD";

    private static final int SLOTS = 16;

    /** What a member may spend. */
    static Account available(long member) {
        return new Account(AVAILABLE, member);
    }

    /** What a member's open holds keep. */
    static Account held(long member) {
        return new Account(HELD, member);
    }

    /** What a sold auction's buyer has paid and nobody has got yet. */
    static Account escrow(long auction) {
        return new Account("ESCROW", auction);
    }

    /** The house's fees, in the slot of an auction. */
    static Account fee(long auction) {
        return new Account("FEE", Math.floorMod(auction, SLOTS));
    }

    /** What a gateway took in for us, as a debt of its: below zero; in the slot of a payment. */
    static Account gateway(String gateway, long payment) {
        return new Account("GATEWAY:" + gateway, Math.floorMod(payment, SLOTS));
    }
}
