package com.neighborbid.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LotTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long MINUTE = 60_000;

    private final List<Lot> lots = Lot.all();

    @Test
    void everyLotHasItsOwnKeyASellerAndAPicture() {
        Set<String> people = Neighbour.all().stream().map(Neighbour::key).collect(Collectors.toSet());

        assertEquals(lots.size(), lots.stream().map(Lot::key).distinct().count());
        for (Lot lot : lots) {
            assertTrue(people.contains(lot.seller()), lot.key());
            assertTrue(Motifs.names().contains(lot.motif()), lot.key());
            assertTrue(lot.worth() > lot.startPrice(), lot.key());
            assertTrue(lot.reservePrice() == 0 || lot.reservePrice() >= lot.startPrice(), lot.key());
        }
    }

    @Test
    void quickLotsEndWithinMinutes() {
        Lot quick = first(Timing.QUICK);
        Random chance = new Random(1);
        for (int i = 0; i < 100; i++) {
            JsonObject offer = quick.offer(NOW, chance);
            long left = offer.getJsonNumber("endsAt").longValue() - NOW;

            assertTrue(left >= 2 * MINUTE && left <= 5 * MINUTE, left + " ms");
            assertTrue(!offer.containsKey("opensAt"));
        }
    }

    @Test
    void lotsOfSoonOpenLater() {
        JsonObject offer = first(Timing.SOON).offer(NOW, new Random(1));
        long opensAt = offer.getJsonNumber("opensAt").longValue();

        assertTrue(opensAt > NOW);
        assertTrue(offer.getJsonNumber("endsAt").longValue() > opensAt);
    }

    private Lot first(Timing timing) {
        return lots.stream().filter(lot -> lot.timing() == timing).findFirst().orElseThrow();
    }
}
