package com.neighborbid.member;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Settings of what members take along, and of how they leave.
 *
 * @param perHour exports of a member
 * @param rows the most of one list in an export
 * @param proofMinutes how long before it leaves a member must have shown its password
 */
record PrivacyConfig(int perHour, int rows, int proofMinutes) implements ComponentConfig {
    long proofMs() {
        return Duration.ofMinutes(proofMinutes).toMillis();
    }

    static class Producer {
        @Produces
        @Singleton
        PrivacyConfig config(Settings settings) {
            return new PrivacyConfig(
                    settings.number("nb.exports.per.hour", 10, 1, 10_000),
                    settings.number("nb.export.rows", 50_000, 1, 1_000_000),
                    settings.number("nb.leave.proof.minutes", 5, 1, 60));
        }
    }
}
