/**
 * The load program and the small contract client that it is built on. Nothing here is in the WAR: it talks to a running
 * house by the public contract alone, as any stranger could.
 *
 * <p>Neighbours: the system tests reuse the client ({@link com.neighborbid.load.ContractClient} for HTTP,
 * {@link com.neighborbid.load.SocketLoop} and {@link com.neighborbid.load.RoomSocket} for rooms). Invariants: all
 * socket events and timers of one loop run on its one thread; money is long minor units; every run is bounded in time.
 */
@NullMarked
package com.neighborbid.load;

import org.jspecify.annotations.NullMarked;
