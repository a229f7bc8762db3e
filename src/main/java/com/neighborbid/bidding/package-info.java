/**
 * The decision: who leads at which price. One atomic step of the Redis function library {@code neighborbid} decides a
 * bid; what it decided travels as events, to the rooms at once and to PostgreSQL behind.
 *
 * <p>Neighbours: auction, wallet, member and platform before it; settlement, notification and live build on it.
 * Invariants: the shown bids of an auction are numbered from 1 without a hole and rise strictly; price, leader's
 * maximum and leader's limit stand in this order; a ref of a paddle is decided once; epochs only rise.
 */
@NullMarked
package com.neighborbid.bidding;

import org.jspecify.annotations.NullMarked;
