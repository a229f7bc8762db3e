/**
 * Tests of the whole system, as real processes, through its public interface alone.
 *
 * <p>Neighbours: {@code com.neighborbid.launcher} starts the house, {@code com.neighborbid.load} is the client.
 * Invariants: a test brings its own members and auctions, so that tests may share one house; only a test that breaks
 * processes has a house to itself.
 */
@NullMarked
package com.neighborbid.system;

import org.jspecify.annotations.NullMarked;
