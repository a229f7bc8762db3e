package com.neighborbid.faults;

/**
 * Something that breaks, and how it is mended.
 *
 * @param name as plans and reports call it
 * @param mends whether the house recovers by itself, counted from the strike, or once somebody has mended it
 * @param boundMillis how long the house may take; each single engine and link has ten seconds
 * @param holds what must hold beside the invariants, in words
 */
record Fault(String name, Mends mends, long boundMillis, String holds, Act strike, Act mend) {
    /** What every single engine and every link has. */
    static final long BOUND_MILLIS = 10_000;

    /** Who mends it. */
    enum Mends {
        ITSELF,
        SOMEBODY
    }

    /** Does something to the house. */
    @FunctionalInterface
    interface Act {
        Act NOTHING = (estate, which) -> {};

        /** @param which picks one of several alike, from 0 */
        void on(Estate estate, int which);
    }

    /** One that the house gets over by itself; {@code after} clears up behind it. */
    static Fault passing(String name, String holds, Act strike, Act after) {
        return new Fault(name, Mends.ITSELF, BOUND_MILLIS, holds, strike, after);
    }

    /** One that lasts until it is mended. */
    static Fault lasting(String name, String holds, Act strike, Act mend) {
        return new Fault(name, Mends.SOMEBODY, BOUND_MILLIS, holds, strike, mend);
    }

    /** The same, and nobody waits until all is back. */
    Fault leftBehind() {
        return new Fault(name, mends, boundMillis, holds, strike, Act.NOTHING);
    }

    Fault within(long millis) {
        return new Fault(name, mends, millis, holds, strike, mend);
    }
}
