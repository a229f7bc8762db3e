/**
 * Lots and their life: what a seller offers, its photos, its place in the list, its increments, and the states from
 * scheduled to closed.
 *
 * <p>Neighbours: platform, member and wallet before it; bidding and all that follows build on it. Invariants: a closed
 * auction never opens again; the reserve price never leaves the house.
 */
@NullMarked
package com.neighborbid.auction;

import org.jspecify.annotations.NullMarked;
