package com.neighborbid.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.neighborbid.launcher.House;
import com.neighborbid.launcher.HouseConfig;
import com.neighborbid.load.ContractClient;
import com.neighborbid.load.SocketLoop;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The live one of two brokers is killed while messages flow: bids on their way to the record, notices, and then, over the
 * broker that took over, settlements. Nothing is lost and nothing is done twice; and the first one takes over again.
 */
class BrokerPairIT {
    private static final int AUCTIONS = 6;
    private static final int BIDDERS = 4;
    private static final int BIDS_A_SECOND = 80;
    private static final Duration LIFE = Duration.ofSeconds(50);
    private static final Duration CALM = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void losesNothingAndDoublesNothingWhenTheLiveBrokerIsKilled() throws Exception {
        Path directory = Path.of("target", "houses", "pair-" + System.currentTimeMillis())
                .toAbsolutePath();
        try (BrokerPair brokers = new BrokerPair(directory.resolve("brokers"));
                House house = start(directory, brokers);
                SocketLoop loop = SocketLoop.start("pair")) {
            Fair fair = new Fair(house.url(), AUCTIONS, BIDDERS, LIFE);
            Bidding bidding = new Bidding(loop, fair, BIDS_A_SECOND);
            bidding.begin();
            bidding.goOn(CALM);
            long before = System.nanoTime();
            brokers.killFirst();
            long seen = shown(fair);
            Eventually.holds(
                    PATIENCE,
                    () -> fair.lots().stream().anyMatch(lot -> recorded(house, lot) > seen),
                    "nothing is recorded over the second broker");
            long tookMillis = (System.nanoTime() - before) / 1_000_000;
            bidding.goOn(CALM);
            brokers.bringFirstBack();
            bidding.goOn(CALM);
            bidding.stop();
            Eventually.holds(PATIENCE, () -> bidding.unanswered() == 0, "bids without an answer");
            Eventually.holds(LIFE.plus(PATIENCE), bidding::allClosed, "auctions that do not close");
            bidding.leave();
            fair.lots().forEach(fair::verifyRecord);
            fair.verifySettlement();
            Eventually.holds(PATIENCE, () -> winners(fair).size() == AUCTIONS, "winners that were not told");
            winners(fair).forEach((auction, times) -> assertEquals(1, times, "WON " + auction));
            System.out.println(bidding + ", recorded again " + tookMillis + " ms after the kill");
        }
    }

    /** The most bids that any room showed: what is beyond was decided after the kill. */
    private static long shown(Fair fair) {
        return fair.lots().stream()
                .mapToLong(lot -> lot.shown().keySet().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
    }

    private static long recorded(House house, Lot lot) {
        return ContractClient.visiting(house.url()).recordedBids(lot.auction()).size();
    }

    /** How often winners were told of each auction. */
    private static Map<String, Integer> winners(Fair fair) {
        Map<String, Integer> told = new TreeMap<>();
        for (ContractClient member : fair.members()) {
            for (JsonObject notice : member.get("/api/notifications?limit=1000")
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)) {
                if (notice.getString("kind").equals("WON")) {
                    told.merge(notice.getString("auction"), 1, Integer::sum);
                }
            }
        }
        return told;
    }

    private static House start(Path directory, BrokerPair brokers) throws InterruptedException {
        Map<String, String> settings = new TreeMap<>(brokers.settings());
        settings.put("NB_RATE_LIMITS", "off");
        return House.start(HouseConfig.forTest(directory.resolve("house")).with(settings));
    }
}
