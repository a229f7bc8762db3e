package com.neighborbid.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatencyTest {
    private final Latency latency = new Latency();

    @Test
    void knowsNothingAtFirst() {
        assertEquals(0, latency.counts().percentile(0.99));
        assertEquals(LatencyCounts.none(), latency.counts());
    }

    @Test
    void putsADurationIntoTheBucketWhoseBoundItReaches() {
        latency.took(250);
        latency.took(251);
        assertEquals(1, latency.counts().upTo(0));
        assertEquals(2, latency.counts().upTo(1));
        assertEquals(501, latency.counts().sumMicros());
    }

    @Test
    void keepsWhatTookForEver() {
        latency.took(Long.MAX_VALUE / 2);
        assertEquals(1, latency.counts().total());
        assertEquals(Latency.bound(Latency.buckets() - 2), latency.counts().percentile(1));
    }

    @Test
    void tellsPercentilesWithinTheirBucket() {
        for (int i = 0; i < 99; i++) {
            latency.took(900);
        }
        latency.took(40_000);
        assertEquals(752, latency.counts().percentile(0.5), 5);
        assertEquals(1000, latency.counts().percentile(0.99));
        assertEquals(50_000, latency.counts().percentile(1));
    }

    @Test
    void countsOfNodesAddUpAndThoseOfTimesLeaveWhatWasBetween() {
        latency.took(900);
        LatencyCounts before = latency.counts();
        latency.took(900);
        latency.took(5_000_000);
        assertEquals(2, latency.counts().since(before).total());
        assertEquals(3, before.plus(latency.counts().since(before)).total());
    }

    @Test
    void nodeThatBeganAnewCountsFromZero() {
        latency.took(900);
        latency.took(900);
        LatencyCounts before = latency.counts();
        Latency again = new Latency();
        again.took(300);
        assertEquals(again.counts(), again.counts().since(before));
    }
}
