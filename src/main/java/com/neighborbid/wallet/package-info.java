/**
 * Money: a double-entry ledger, the holds behind paddles, the escrow behind sales, and payments through gateways.
 *
 * <p>Neighbours: stands on {@code platform} and {@code member}; {@code bidding} holds and releases through {@link
 * com.neighborbid.wallet.Wallets}, {@code settlement} captures and pays. Invariants: the postings of a transfer sum to
 * zero, and so does everything; no member's account is below zero; what is held is the sum of the open holds; one open
 * hold at most for a member in an auction; transfers and postings are never changed.
 *
 * <p>How it stays free of deadlocks: every call locks all the accounts that it will touch first, in the order of their
 * ids, and a hold is only changed under the lock of its member's accounts. So a transaction makes one of these calls, or
 * several for the same member.
 */
@NullMarked
package com.neighborbid.wallet;

import org.jspecify.annotations.NullMarked;
