package com.neighborbid.platform;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Settings of an instance's end.
 *
 * @param noticeMs how long it goes on after it has said that it leaves, for proxies to notice
 * @param withinMs how long leaving takes at most, the notice included
 * @param socketsPerSecond sockets that are sent away in a second
 */
record DepartureConfig(int noticeMs, int withinMs, int socketsPerSecond) implements ComponentConfig {

    static class Producer {
        @Produces
        @Singleton
        DepartureConfig config(Settings settings) {
            return new DepartureConfig(
                    settings.number("nb.leave.notice.ms", 2000, 0, 60_000),
                    settings.number("nb.leave.within.ms", 10_000, 0, 600_000),
                    settings.number("nb.leave.sockets.per.second", 2000, 1, 1_000_000));
        }
    }
}
