/**
 * What follows a close: the winner's hold into escrow, every other hold back, an order between buyer and seller, and the
 * escrow to the seller, less the fee, when the buyer has the lot or the time for that is over. A dispute stops that until
 * the house decides who gets what.
 *
 * <p>Neighbours: bidding records the close and, in the same transaction, asks for the settlement, so nothing is settled
 * before all its bids are recorded; wallet moves the money; notification hears by the outbox. Invariants: an auction is
 * settled once and has at most one order; a hold is captured or released once; an order's escrow leaves it once.
 */
@NullMarked
package com.neighborbid.settlement;

import org.jspecify.annotations.NullMarked;
