package com.neighborbid.bidding;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Settings of old bids.
 *
 * @param bidsHotDays for how long after the close each bid has a row of its own; then an auction has one for all
 */
record ArchiveConfig(int bidsHotDays) implements ComponentConfig {
    Duration bidsHot() {
        return Duration.ofDays(bidsHotDays);
    }

    static class Producer {
        @Produces
        @Singleton
        ArchiveConfig config(Settings settings) {
            return new ArchiveConfig(settings.number("nb.bids.hot.days", 180, 1, 3650));
        }
    }
}
