package com.neighborbid.live;

import com.neighborbid.bidding.AuctionListener;
import com.neighborbid.member.MemberPrincipal;
import com.neighborbid.platform.Ids;
import com.neighborbid.platform.Time;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sockets of this node that are in no room, those of {@code /ws/feed} and {@code /ws/me}: what holds for both of how
 * they come, behave and go.
 */
@ApplicationScoped
class Lobby implements AuctionListener {
    private static final long ABUSE_WINDOW_MS = 10_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Lanes lanes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private LiveConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private FeedConfig feed;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    private final Set<Watcher> sockets = ConcurrentHashMap.newKeySet();

    @PreDestroy
    void close() {
        sockets.forEach(watcher -> watcher.close(Closing.GOING_AWAY));
    }

    /** Lets a socket in. */
    Watcher enter(Session session) {
        session.setMaxTextMessageBufferSize(FrameSize.LONGEST_MESSAGE);
        session.setMaxBinaryMessageBufferSize(FrameSize.LONGEST_MESSAGE);
        MemberPrincipal member = session.getUserPrincipal() instanceof MemberPrincipal known ? known : null;
        SendQueue queue = new SendQueue(SessionOutlet.of(session, lanes.closers()), config.unreadBytesMost());
        Watcher watcher = new Watcher(Ids.text(Ids.next(time)), member, queue, time.steady());
        sockets.add(watcher);
        return watcher;
    }

    /** Lets it go. */
    void leave(Watcher watcher) {
        sockets.remove(watcher);
    }

    /** Whether it is still there. */
    boolean has(Watcher watcher) {
        return sockets.contains(watcher);
    }

    /** The sockets, for the heartbeat and their count. */
    Set<Watcher> sockets() {
        return sockets;
    }

    /** Reads a frame; one that is too long, or a ping, is answered here and empty. */
    Optional<LobbyFrame> read(Watcher watcher, String text) {
        watcher.heard(time.steady());
        if (FrameSize.isTooLong(text)) {
            fault(watcher, FrameError.TOO_LARGE);
            return Optional.empty();
        }
        LobbyFrame frame = LobbyFrame.parse(text, feed.auctionsMost());
        if (frame instanceof LobbyFrame.Ping ping) {
            watcher.send(Frames.pong(ping.t(), time.now()));
            return Optional.empty();
        }
        return Optional.of(frame);
    }

    /** Says what is wrong, and shows out whoever goes on like that. */
    void fault(Watcher watcher, FrameError error) {
        long now = time.steady();
        watcher.heard(now);
        watcher.send(Frames.error(error, null));
        if (watcher.isAbusive(now, ABUSE_WINDOW_MS, config.faultsPerWindow())) {
            watcher.close(Closing.ABUSE);
        }
    }

    @Override
    public void sessionEnded(String session) {
        sockets.stream()
                .filter(watcher -> watcher.isOf(session))
                .forEach(watcher -> watcher.close(Closing.SESSION_ENDED));
    }
}
