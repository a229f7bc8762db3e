/**
 * Fills an empty database with a house of any size, as if it had been at work for months: members with money, lots that
 * are over and lots that are open, their bids, paddles, holds, ledger, sales and notices. The books balance, the logs
 * prove, and every check of the house stays green. Knows the schema alone, not the house.
 */
@NullMarked
package com.neighborbid.load.seed;

import org.jspecify.annotations.NullMarked;
