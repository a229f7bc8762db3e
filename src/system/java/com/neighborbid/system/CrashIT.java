package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.Part;
import com.neighborbid.load.SocketLoop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Kills Redis, PostgreSQL, the broker and Payara, one after the other and without warning, while members bid, top up
 * and change their limits. Afterwards every acknowledged bid is recorded once, every hold is accounted for, every
 * auction is settled, and no client had to be helped.
 */
class CrashIT {
    private static final int AUCTIONS = 20;
    private static final int BIDDERS = 5;
    private static final int BIDS_A_SECOND = 200;
    private static final Duration LIFE = Duration.ofSeconds(Integer.getInteger("nb.crash.seconds", 75));
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void losesNothingWhenEveryProcessIsKilled() {
        try (House house = RunningHouse.start("crash");
                SocketLoop loop = SocketLoop.start("crash")) {
            Fair fair = new Fair(house.url(), AUCTIONS, BIDDERS, LIFE);
            Bidding bidding = new Bidding(loop, fair, BIDS_A_SECOND);
            Faults faults = new Faults(house);
            try (Teller teller = new Teller(fair)) {
                bidding.begin();
                bidding.goOn(CALM);
                for (Part part : List.of(Part.REDIS, Part.POSTGRES, Part.BROKER, Part.PAYARA)) {
                    faults.kill(part);
                    bidding.goOn(CALM);
                }
            }
            bidding.stop();
            Eventually.holds(PATIENCE, () -> bidding.unanswered() == 0, "bids without an answer");
            fair.verifyHolds();
            Eventually.holds(LIFE.plus(PATIENCE), bidding::allClosed, "auctions that do not close");
            bidding.leave();
            assertEquals(List.of(), bidding.surprises());
            fair.lots().forEach(fair::verifyRecord);
            fair.verifySettlement();
            System.out.println(bidding + ", " + faults);
        }
    }
}
