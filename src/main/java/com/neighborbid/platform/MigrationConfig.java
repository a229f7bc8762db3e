package com.neighborbid.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Settings of the migrations.
 *
 * @param lockMs how long a statement may wait for its lock, while whatever comes after waits behind it
 * @param attempts how often a migration is tried that did not get its lock
 * @param pauseMs between two of them
 */
record MigrationConfig(int lockMs, int attempts, int pauseMs) implements ComponentConfig {
    static class Producer {
        @Produces
        @Singleton
        MigrationConfig config(Settings settings) {
            return new MigrationConfig(
                    settings.number("nb.migration.lock.ms", 2000, 10, 60_000),
                    settings.number("nb.migration.attempts", 60, 1, 10_000),
                    settings.number("nb.migration.pause.ms", 1000, 10, 60_000));
        }
    }
}
