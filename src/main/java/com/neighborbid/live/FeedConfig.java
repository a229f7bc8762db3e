package com.neighborbid.live;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Settings of the sockets beside the rooms.
 *
 * @param tickMs least time between two ticks of one auction to one socket; 250 is four a second
 * @param auctionsMost auctions that a socket may watch; so many ids fit into one frame of 4 KiB
 * @param watchesPerWindow {@code watch} frames of a socket in ten seconds
 * @param newsAtWelcome notifications that {@code /ws/me} begins with
 */
public record FeedConfig(int tickMs, int auctionsMost, int watchesPerWindow, int newsAtWelcome)
        implements ComponentConfig {
    /** How many auctions a socket may watch, unless it is set otherwise. */
    static final int AUCTIONS_MOST = 200;

    static class Producer {
        @Produces
        @Singleton
        FeedConfig config(Settings settings) {
            return new FeedConfig(
                    settings.number("nb.feed.tick.ms", 300, 250, 60_000),
                    settings.number("nb.feed.auctions", AUCTIONS_MOST, 1, 250),
                    settings.number("nb.feed.watches", 50, 1, 10_000),
                    settings.number("nb.feed.news", 10, 0, 100));
        }
    }
}
