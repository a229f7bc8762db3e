package com.neighborbid.moderation;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Settings of chat and reports.
 *
 * @param chatDays how long a line of chat is kept
 * @param linesWaiting lines of a node that may wait to be kept; beyond, a line is said and not kept
 * @param reportsPerHour reports of a member
 */
record ModerationConfig(int chatDays, int linesWaiting, int reportsPerHour) implements ComponentConfig {
    Duration chatKept() {
        return Duration.ofDays(chatDays);
    }

    static class Producer {
        @Produces
        @Singleton
        ModerationConfig config(Settings settings) {
            return new ModerationConfig(
                    settings.number("nb.chat.days", 90, 1, 3650),
                    settings.number("nb.chat.waiting", 10_000, 1, 1_000_000),
                    settings.number("nb.reports.per.hour", 20, 1, 10_000));
        }
    }
}
