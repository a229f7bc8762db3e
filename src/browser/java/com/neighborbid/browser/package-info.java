/**
 * The pages in a real browser against a real house, on a phone's screen.
 *
 * <p>Neighbours: {@code com.neighborbid.system} starts the house, {@code com.neighborbid.load} is whoever else bids.
 * Invariants: screenshots go to {@code target/screenshots}; without a browser the tests are skipped, with {@code CI=true}
 * they fail.
 */
@NullMarked
package com.neighborbid.browser;

import org.jspecify.annotations.NullMarked;
