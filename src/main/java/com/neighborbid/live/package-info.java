/**
 * Live rooms: sockets, fan-out, resume, presence and chat.
 *
 * <p>Neighbours: bidding decides and tells what happened; this component only shows it. Invariants: a watcher sees bids
 * in rising {@code seq} without a hole or a repeat, or is told to resync; a socket that does not read is cut and harms
 * nobody else; a frame is encoded once for all.
 */
@NullMarked
package com.neighborbid.live;

import org.jspecify.annotations.NullMarked;
