package com.neighborbid.launcher.demo;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** When a lot opens and ends, seen from when it is put up. */
enum Timing {
    /** Open at once, and about to end. */
    QUICK(0, 0, minutes(2), minutes(5), 20, 300),
    /** Opens soon. */
    SOON(minutes(3), minutes(15), minutes(20), minutes(60), 60, 1800),
    /** Ends today. */
    HOURS(0, 0, minutes(45), minutes(12 * 60), 60, 3600),
    /** Ends some day. */
    DAYS(0, 0, minutes(24 * 60), minutes(6 * 24 * 60), 60, 3600);

    private final long opensMsLeast;
    private final long opensMsMost;
    private final long lastsMsLeast;
    private final long lastsMsMost;
    private final int softCloseSeconds;
    private final int softCloseCapSeconds;

    Timing(long opensLeast, long opensMost, long lastsLeast, long lastsMost, int softClose, int softCloseCap) {
        opensMsLeast = opensLeast;
        opensMsMost = opensMost;
        lastsMsLeast = lastsLeast;
        lastsMsMost = lastsMost;
        softCloseSeconds = softClose;
        softCloseCapSeconds = softCloseCap;
    }

    /** Milliseconds until a lot opens; 0 for at once. */
    long untilOpen(RandomGenerator chance) {
        return opensMsMost == 0 ? 0 : chance.nextLong(opensMsLeast, opensMsMost);
    }

    /** Milliseconds that it is open. */
    long lasts(RandomGenerator chance) {
        return chance.nextLong(lastsMsLeast, lastsMsMost);
    }

    int softCloseSeconds() {
        return softCloseSeconds;
    }

    int softCloseCapSeconds() {
        return softCloseCapSeconds;
    }

    private static long minutes(long minutes) {
        return TimeUnit.MINUTES.toMillis(minutes);
    }
}
