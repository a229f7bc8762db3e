package com.neighborbid.live;

import com.neighborbid.bidding.BidEngine;
import com.neighborbid.bidding.BidRates;
import com.neighborbid.bidding.HotAuctions;
import com.neighborbid.bidding.Snapshot;
import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.RequestId;
import com.neighborbid.platform.Time;
import com.neighborbid.platform.UnavailableException;
import com.neighborbid.platform.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** What all {@link Visit}s to the rooms of this node share, whoever serves their sockets. */
@ApplicationScoped
class Visits {
    private static final Logger LOG = System.getLogger(Visits.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Rooms rooms;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidEngine engine;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private BidRates rates;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Chat chat;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private HotAuctions hot;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Lanes lanes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LiveConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    /**
     * A visit that begins.
     *
     * @param caller who comes, null for a guest
     * @param query the parameters of the handshake's address
     * @param outlet the way out to its socket
     */
    Visit begin(long auction, @Nullable Principal caller, Map<String, List<String>> query, Outlet outlet) {
        MemberPrincipal member = caller instanceof MemberPrincipal known ? known : null;
        SendQueue queue = new SendQueue(outlet, config.unreadBytesMost());
        Watcher watcher = new Watcher(Ids.text(Ids.next(time)), member, queue, time.steady());
        return new Visit(this, auction, watcher, position(query));
    }

    /** Finds a seat, with the member's own paddle at hand. */
    void seat(long auction, Watcher watcher, Room.@Nullable Position position) {
        MemberPrincipal member = watcher.member();
        try {
            Snapshot.OwnPaddle own = member == null
                    ? null
                    : hot.snapshot(auction, member.id()).map(Snapshot::own).orElse(null);
            rooms.join(auction, watcher, position, own);
        } catch (UnavailableException e) {
            LOG.log(Level.WARNING, "A socket could not be seated: {0}", e.getMessage());
            watcher.close(Closing.TRY_LATER);
        }
    }

    /** Has something said for this thread, which must not wait for it; false when too much is to be said already. */
    boolean saySoon(Runnable words) {
        Work work = Work.current();
        try {
            lanes.talk().execute(() -> {
                try (RequestId.Scope resumed = work.resume()) {
                    words.run();
                } catch (UnavailableException e) {
                    LOG.log(Level.WARNING, "A line of chat was not said: {0}", e.getMessage());
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "A line of chat was not said", e);
                }
            });
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    Rooms rooms() {
        return rooms;
    }

    BidEngine engine() {
        return engine;
    }

    BidRates rates() {
        return rates;
    }

    Chat chat() {
        return chat;
    }

    /** Faults of a socket that are borne within the window. */
    int faultsMost() {
        return config.faultsPerWindow();
    }

    long now() {
        return time.now();
    }

    /** Of the clock by which silence and pauses are measured. */
    long steady() {
        return time.steady();
    }

    private static Room.@Nullable Position position(Map<String, List<String>> query) {
        List<String> epoch = query.getOrDefault("epoch", List.of());
        List<String> since = query.getOrDefault("since", List.of());
        if (epoch.isEmpty() && since.isEmpty()) {
            return null;
        }
        try {
            return new Room.Position(Long.parseLong(epoch.get(0)), Long.parseLong(since.get(0)));
        } catch (NumberFormatException | IndexOutOfBoundsException notAPosition) {
            return Room.Position.UNKNOWN;
        }
    }
}
