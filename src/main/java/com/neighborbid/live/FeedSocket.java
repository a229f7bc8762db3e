package com.neighborbid.live;

import com.neighborbid.platform.PlatformConfig;
import com.neighborbid.platform.RateLimiter;
import com.neighborbid.platform.RequestId;
import com.neighborbid.platform.Time;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A socket that shows the prices of a list: {@link Feed} says when, {@link HandshakeFilter} settled who may come in. */
@ServerEndpoint("/ws/feed")
public class FeedSocket {
    private static final Logger LOG = System.getLogger(FeedSocket.class.getName());
    private static final String WATCH = "watch";
    private static final long WINDOW_MS = 10_000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Lobby lobby;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Feed feed;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private FeedConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PlatformConfig platform;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @SuppressWarnings("NullAway.Init")
    private Watcher watcher;

    @SuppressWarnings("NullAway.Init")
    private RateLimiter rate;

    @OnOpen
    public void open(Session session) {
        rate = new RateLimiter(time, config.watchesPerWindow(), WINDOW_MS);
        watcher = lobby.enter(session);
    }

    @OnMessage(maxMessageSize = FrameSize.LONGEST_MESSAGE)
    public void text(String text) {
        try (RequestId.Scope named = RequestId.enter(watcher.nextWork())) {
            lobby.read(watcher, text).ifPresent(this::take);
        }
    }

    @OnMessage(maxMessageSize = FrameSize.LONGEST_MESSAGE)
    public void binary(byte[] data) {
        lobby.fault(watcher, FrameError.MALFORMED);
    }

    @OnMessage
    public void pong(PongMessage pong) {
        watcher.pong(pong.getApplicationData(), time.steady());
    }

    @OnClose
    public void close() {
        lobby.leave(watcher);
        feed.leave(watcher);
    }

    @OnError
    public void error(Throwable error) {
        LOG.log(Level.DEBUG, "A socket failed", error);
    }

    private void take(LobbyFrame frame) {
        if (!(frame instanceof LobbyFrame.Watch watch)) {
            lobby.fault(watcher, FrameError.MALFORMED);
        } else if (platform.rateLimits() && !rate.allows(WATCH)) {
            lobby.fault(watcher, FrameError.RATE_LIMITED);
        } else {
            feed.watch(watcher, watch.auctions());
            if (!lobby.has(watcher)) {
                feed.leave(watcher);
            }
        }
    }
}
