package com.neighborbid.auction;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Settings of lists.
 *
 * @param keptMs how long an answer may be given again to whoever asks the same; 0: never
 * @param keptBytes what all answers that are kept may take
 */
record ListConfig(int keptMs, int keptBytes) implements ComponentConfig {
    static class Producer {
        @Produces
        @Singleton
        ListConfig config(Settings settings) {
            return new ListConfig(
                    settings.number("nb.lists.kept.ms", 1000, 0, 60_000),
                    settings.number("nb.lists.kept.bytes", 16 << 20, 1 << 20, 1 << 30));
        }
    }
}
