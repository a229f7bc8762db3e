package com.neighborbid.faults;

import com.neighborbid.load.Seat;
import java.util.List;

/**
 * An auction of the workload and the paddles in it.
 *
 * @param endsAt milliseconds since the epoch, as it was offered
 * @param lasting whether it is there for the whole round, so that every fault meets it
 */
record Sale(String auction, long endsAt, boolean lasting, List<Seat> seats) {
    boolean isOpen() {
        return lasting || System.currentTimeMillis() < endsAt;
    }
}
