/**
 * The demo: neighbours who offer lots, bid, talk, and confirm what they received, so that whoever opens a fresh house
 * finds it inhabited. {@link com.neighborbid.launcher.demo.Demo} is all that the launcher knows of it.
 *
 * <p>It is a client of the public contract and nothing else: HTTP and WebSocket, with the sessions of its own members.
 * One thread decides everything; sockets only write down what they hear.
 *
 * <p>Always: it bids and talks in its own members' auctions alone; it keeps the house's rate limits; a house that is
 * away is waited for; a restart goes on where the last run ended.
 */
@NullMarked
package com.neighborbid.launcher.demo;

import org.jspecify.annotations.NullMarked;
