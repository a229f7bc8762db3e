package com.neighborbid.load;

import java.util.List;

/**
 * Sockets without a session that came into a room together.
 *
 * @param rate how many came in a second
 */
record Watchers(List<RoomVisitor> sockets, double rate) {
    /** Closes them, and waits until the house has closed them too. */
    void leave() {
        sockets.forEach(RoomVisitor::leave);
        sockets.forEach(visitor -> Crowd.await(visitor.left()));
    }
}
