package com.neighborbid.live;

import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.Role;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.WorkerTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Once a second: tells how many watch where it changed, refreshes what would expire, and pings silent sockets. Neither rooms
 * nor sockets have their turn all at once: bids would wait meanwhile.
 */
@ApplicationScoped
class RoomPulse implements WorkerTask {
    private static final long TURN_MS = 1000;
    private static final int REFRESH_TURNS = 5;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Rooms rooms;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Lobby lobby;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LiveConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    private final Map<Long, Integer> told = new HashMap<>();
    private final Rota rota = new Rota(REFRESH_TURNS);
    private int beats;

    @Override
    public String name() {
        return "room-pulse";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LIVE);
    }

    @Override
    public long turn() {
        long now = time.steady();
        beat(now);
        long turn = now / TURN_MS;
        List<HotAuctions.Presence> changes = changes(turn);
        if (!changes.isEmpty()) {
            hot.tellPresence(platform.node(), changes);
            changes.forEach(this::remember);
        }
        rota.done(turn);
        return TURN_MS;
    }

    /** Each socket once a heartbeat. */
    private void beat(long now) {
        int slots = (int) Math.max(1, config.heartbeatMs() / TURN_MS);
        int slot = Math.floorMod(beats++, slots);
        Stream.concat(rooms.watchers().stream(), lobby.sockets().stream())
                .filter(watcher -> watcher.beatsAt(slot, slots))
                .forEach(watcher -> watcher.beat(now, config.silenceMs()));
    }

    private List<HotAuctions.Presence> changes(long turn) {
        List<HotAuctions.Presence> changes = new ArrayList<>();
        Map<Long, Integer> gone = new HashMap<>(told);
        for (HotAuctions.Presence count : rooms.presence()) {
            Integer before = gone.remove(count.auction());
            if (rota.isDue(count.auction(), turn) || before == null || before != count.count()) {
                changes.add(count);
            }
        }
        gone.keySet().forEach(auction -> changes.add(new HotAuctions.Presence(auction, 0)));
        return changes;
    }

    private void remember(HotAuctions.Presence count) {
        if (count.count() == 0) {
            told.remove(count.auction());
        } else {
            told.put(count.auction(), count.count());
        }
    }
}
