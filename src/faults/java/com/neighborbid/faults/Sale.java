package com.neighborbid.faults;

import com.neighborbid.load.ContractClient;
import java.util.List;

/**
 * An auction of the workload and the paddles in it.
 *
 * @param endsAt milliseconds since the epoch, as it was offered
 * @param lasting whether it is there for the whole round, so that every fault meets it
 */
record Sale(String auction, long endsAt, boolean lasting, List<Seat> seats) {
    /** A member's right to bid; its limit changes while it bids. */
    static final class Seat {
        private final ContractClient member;
        private final int paddle;
        private volatile long limit;

        Seat(ContractClient member, int paddle, long limit) {
            this.member = member;
            this.paddle = paddle;
            this.limit = limit;
        }

        ContractClient member() {
            return member;
        }

        int paddle() {
            return paddle;
        }

        /** The limit as the house last confirmed it. */
        long limit() {
            return limit;
        }

        void limit(long confirmed) {
            limit = confirmed;
        }
    }

    boolean isOpen() {
        return lasting || System.currentTimeMillis() < endsAt;
    }
}
