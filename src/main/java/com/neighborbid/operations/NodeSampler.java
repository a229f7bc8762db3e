package com.neighborbid.operations;

import com.neighborbid.bidding.BidEngine;
import com.neighborbid.bidding.BidFigures;
import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.live.Rooms;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.Redis;
import com.neighborbid.platform.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Takes this node's figures from the components that count them. */
@ApplicationScoped
class NodeSampler {
    private static final int CROWDS = 5;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BidFigures bids;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BidEngine engine;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Rooms rooms;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Redis redis;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    NodeFigures take() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new NodeFigures(
                platform.node(),
                platform.roles().stream()
                        .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
                        .sorted()
                        .collect(Collectors.joining(",")),
                time.now(),
                bids.accepted(),
                bids.rejected(),
                bids.answers(),
                bids.recordings(),
                engine.waiting(),
                rooms.sockets(),
                rooms.open(),
                redis.poolActive(),
                platform.redisConnections(),
                heap.getUsed(),
                heap.getMax(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                crowds());
    }

    private List<NodeFigures.Crowd> crowds() {
        return rooms.presence().stream()
                .sorted(Comparator.comparingInt(HotAuctions.Presence::count).reversed())
                .limit(CROWDS)
                .map(room -> new NodeFigures.Crowd(Ids.text(room.auction()), room.count()))
                .toList();
    }
}
