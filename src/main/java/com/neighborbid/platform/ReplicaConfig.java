package com.neighborbid.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Settings of the replica for reads that can wait.
 *
 * @param url of a streaming replica, as {@code nb.db.url}; empty for none
 * @param user the main one's by default, as the password
 * @param connections most connections of this node to it
 * @param lagMs how far it may be behind before it is left alone
 * @param timeoutMs how long it may take to connect, and to answer
 */
record ReplicaConfig(String url, String user, String password, int connections, long lagMs, int timeoutMs)
        implements ComponentConfig {

    boolean isThere() {
        return !url.isEmpty();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ReplicaConfig[connections=" + connections + ", lagMs=" + lagMs + ", timeoutMs=" + timeoutMs + "]";
    }

    static class Producer {
        @Produces
        @Singleton
        ReplicaConfig config(Settings settings, PlatformConfig platform) {
            return new ReplicaConfig(
                    settings.text("nb.db.read.url", ""),
                    settings.text("nb.db.read.user", platform.databaseUser()),
                    settings.text("nb.db.read.password", platform.databasePassword()),
                    settings.number("nb.db.read.connections", 20, 1, 1000),
                    settings.integer("nb.db.read.lag.ms", 5000, 100, 3_600_000),
                    settings.number("nb.db.read.timeout.ms", 5000, 1000, 60_000));
        }
    }
}
