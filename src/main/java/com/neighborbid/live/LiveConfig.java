package com.neighborbid.live;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Settings of the live rooms.
 *
 * @param ownLines whether the house serves the sockets of rooms itself, where the container lets it
 * @param loops threads that read from them
 * @param closeMs that such a socket has to close
 * @param lanes threads that the rooms of a node share
 * @param portion watchers that get a frame before another room has its turn
 * @param frameMs pause between a busy room's frames
 * @param bigFrameMs longest pause in a room of thousands, where it grows with the time that a frame takes to all
 * @param bigRoom watchers from which a room is one of thousands
 * @param unreadBytesMost bytes that a socket may owe before it is cut
 * @param heartbeatMs between pings to a silent socket
 * @param silenceMs after which a socket that answers no ping is cut
 * @param socketsMost sockets of this node, each an open file, of which it needs 500 more; beyond, a handshake is refused
 * @param resumeBids bids that a room keeps at hand for those who come back
 * @param chatsPerWindow chat lines of a member in ten seconds
 * @param chatsWaiting chat lines that wait to be said
 * @param faultsPerWindow faulty frames of a socket in ten seconds before it is closed
 */
public record LiveConfig(
        boolean ownLines,
        int loops,
        int closeMs,
        int lanes,
        int portion,
        int frameMs,
        int bigFrameMs,
        int bigRoom,
        long unreadBytesMost,
        int heartbeatMs,
        int silenceMs,
        int socketsMost,
        int resumeBids,
        int chatsPerWindow,
        int chatsWaiting,
        int faultsPerWindow)
        implements ComponentConfig {

    static class Producer {
        @Produces
        @Singleton
        LiveConfig config(Settings settings) {
            return new LiveConfig(
                    settings.flag("nb.live.own.lines", true),
                    settings.number("nb.live.loops", 2, 1, 64),
                    settings.number("nb.live.close.ms", 10_000, 100, 600_000),
                    settings.number("nb.live.lanes", 4, 1, 64),
                    settings.number("nb.live.portion", 250, 1, 100_000),
                    settings.number("nb.live.frame.ms", 60, 0, 100),
                    settings.number("nb.live.big.frame.ms", 200, 0, 250),
                    settings.number("nb.live.big.room", 1000, 1, 1_000_000),
                    settings.integer("nb.live.unread.bytes", 1_048_576, 16_384, 1L << 32),
                    settings.number("nb.live.heartbeat.ms", 20_000, 100, 600_000),
                    settings.number("nb.live.silence.ms", 60_000, 200, 3_600_000),
                    settings.number("nb.live.sockets", 19_300, 1, 1_000_000),
                    settings.number("nb.live.resume.bids", 1000, 1, 100_000),
                    settings.number("nb.live.chats", 10, 1, 10_000),
                    settings.number("nb.live.chats.waiting", 1000, 1, 1_000_000),
                    settings.number("nb.live.faults", 50, 1, 100_000));
        }
    }
}
