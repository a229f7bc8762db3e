package com.neighborbid.live;

import com.neighborbid.bidding.AuctionEvent;
import com.neighborbid.bidding.AuctionListener;
import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.bidding.Snapshot.OwnPaddle;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Parting;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The open rooms of this node: each event goes to its room, on the room's lane. A room that could not ask Redis for what it
 * missed asks again until it has an answer: what ended an auction is said once.
 */
@ApplicationScoped
public class Rooms implements AuctionListener, Parting {
    private static final Logger LOG = System.getLogger(Rooms.class.getName());
    private static final long AGAIN_MS = 250;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Lanes lanes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LiveConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private final ConcurrentHashMap<String, Room> rooms = new ConcurrentHashMap<>();
    private final Set<String> flushing = ConcurrentHashMap.newKeySet();
    private final Set<Room> showing = ConcurrentHashMap.newKeySet();
    private final Set<Room> behind = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<Watcher, Room> seats = new ConcurrentHashMap<>();

    @PreDestroy
    void close() {
        seats.keySet().forEach(watcher -> watcher.close(Closing.GOING_AWAY));
    }

    /** Whether the room is open here, which proves that its auction exists. */
    boolean isOpen(long auction) {
        return rooms.containsKey(Ids.text(auction));
    }

    /** How many sockets this node has. */
    public int sockets() {
        return seats.size();
    }

    /** How many rooms are open on this node. */
    public int open() {
        return rooms.size();
    }

    /** Seats a watcher; it is welcomed on the room's lane, or told to come back where Redis is away. */
    void join(long auction, Watcher watcher, Room.@Nullable Position position, @Nullable OwnPaddle own) {
        String id = Ids.text(auction);
        lanes.of(auction).execute(() -> {
            Room room = rooms.computeIfAbsent(id, key -> new Room(auction, hot, config, time));
            seats.put(watcher, room);
            if (!attempt(room, () -> room.join(watcher, position, own))) {
                watcher.close(Closing.TRY_LATER);
            }
        });
    }

    /** Takes a watcher's seat away; the last one closes the room. */
    void leave(long auction, Watcher watcher) {
        lanes.of(auction).execute(() -> {
            Room room = seats.remove(watcher);
            if (room != null) {
                room.leave(watcher);
                if (room.size() == 0) {
                    rooms.remove(Ids.text(auction), room);
                }
            }
        });
    }

    @Override
    public void heard(AuctionEvent event) {
        Room room = rooms.get(event.auction());
        if (room != null) {
            lanes.of(room.auction())
                    .execute(() -> attempt(room, () -> {
                        if (room.hear(event)) {
                            flushSoon(room);
                        }
                    }));
        }
    }

    @Override
    public void reconnected() {
        rooms.values().forEach(room -> lanes.of(room.auction()).execute(() -> attempt(room, room::check)));
    }

    @Override
    public void sessionEnded(String session) {
        seats.keySet().stream()
                .filter(watcher -> watcher.isOf(session))
                .forEach(watcher -> watcher.close(Closing.SESSION_ENDED));
    }

    /** Tells sockets that the server goes away, each as soon as its bids are answered. */
    @Override
    public int part(int most) {
        seats.keySet().stream()
                .filter(watcher -> watcher.isAnswered() && !watcher.isClosed())
                .limit(most)
                .forEach(watcher -> watcher.close(Closing.GOING_AWAY));
        return seats.size();
    }

    /** The sockets, for the heartbeat. */
    Set<Watcher> watchers() {
        return seats.keySet();
    }

    /** How many watch each open room here. */
    public List<HotAuctions.Presence> presence() {
        List<HotAuctions.Presence> counts = new ArrayList<>();
        rooms.values().forEach(room -> counts.add(new HotAuctions.Presence(room.auction(), room.size())));
        return counts;
    }

    private void flushSoon(Room room) {
        long wait = room.flushedAt() + room.pauseMs() - time.steady();
        if (wait <= 0) {
            room.flushWhenShown(time.steady());
        } else if (flushing.add(Ids.text(room.auction()))) {
            lanes.of(room.auction())
                    .schedule(
                            () -> {
                                flushing.remove(Ids.text(room.auction()));
                                attempt(room, () -> room.flushWhenShown(time.steady()));
                            },
                            wait,
                            TimeUnit.MILLISECONDS);
        }
    }

    /** A frame that has not reached everybody goes on when the lane has done what waits for it. */
    private void goOnSoon(Room room) {
        if (room.isShowing() && showing.add(room)) {
            lanes.of(room.auction()).execute(() -> {
                showing.remove(room);
                attempt(room, () -> room.goOn(time.steady()));
            });
        }
    }

    /** Redis may be away: the room then catches up when it is back. Answers whether the step was taken. */
    private boolean attempt(Room room, Runnable step) {
        boolean taken = false;
        try {
            step.run();
            taken = true;
        } catch (UnavailableException e) {
            if (behind.add(room)) {
                LOG.log(Level.WARNING, "Room {0} waits for Redis: {1}", Ids.text(room.auction()), e.getMessage());
                catchUpSoon(room);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "Room " + Ids.text(room.auction()) + " failed at a step", e);
        }
        goOnSoon(room);
        return taken;
    }

    private void catchUpSoon(Room room) {
        lanes.of(room.auction()).schedule(() -> attempt(room, () -> catchUp(room)), AGAIN_MS, TimeUnit.MILLISECONDS);
    }

    /** Compares with Redis until that answers, or nobody is in the room any more. */
    private void catchUp(Room room) {
        try {
            if (room.equals(rooms.get(Ids.text(room.auction())))) {
                room.check();
            }
            behind.remove(room);
        } catch (UnavailableException stillAway) {
            catchUpSoon(room);
        } catch (RuntimeException e) {
            behind.remove(room);
            throw e;
        }
    }
}
