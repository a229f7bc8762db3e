package com.neighborbid.faults;

import java.time.Duration;

/**
 * How long a round waits for the house.
 *
 * @param recovery beyond what a fault may take, so that the report tells how long it took
 * @param drain until every call has its answer and every client has heard its auction's end
 * @param rest until all that follows an end has followed
 * @param slack by how much a recovery may be longer than promised
 * @param endsEarly whether a round is over as soon as an invariant does not hold, and that alone counts
 */
record Patience(Duration recovery, Duration drain, Duration rest, Duration slack, boolean endsEarly) {
    /** What the promises are measured with. */
    static final Patience BY_HAND = new Patience(seconds(60), seconds(90), seconds(60), Duration.ZERO, false);

    /**
     * In the build the house shares its processors with its clients and with whatever else the machine does, so that a recovery
     * may take thirty seconds there instead of ten. What must hold has no slack.
     */
    static final Patience IN_THE_BUILD = new Patience(seconds(60), seconds(90), seconds(60), seconds(20), false);

    /** A mutant is expected to fail: what it does after that says no more, and how long it takes is of no interest. */
    static final Patience WITH_A_MUTANT = new Patience(seconds(10), seconds(20), seconds(20), Duration.ofDays(1), true);

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}
