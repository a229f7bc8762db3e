package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.Prerequisite;
import com.neighborbid.faults.Faults;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The fault harness's share of the build: Redis dies, loses what it had not synced, and is followed by its replica, PostgreSQL's
 * answers are lost, the broker dies, nginx loses an instance and the instance its life, while members bid, top up, change their
 * limits and auctions close. The same plan each time; {@code ./mvnw -Pfaults} breaks far more.
 */
class FaultsIT {
    private static final long SEED = Long.getLong("nb.faults.seed", 3);

    @Test
    void losesNothingWhateverBreaks() throws Exception {
        Prerequisite.require(Faults.arePossible(), "no nginx, or no C compiler, on this machine");
        assertEquals(List.of(), Faults.ofTheBuild(SEED, System.out::println), "seed " + SEED);
    }
}
