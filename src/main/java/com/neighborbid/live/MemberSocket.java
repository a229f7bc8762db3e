package com.neighborbid.live;

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

/** A socket that tells a member its own news: {@link MemberNews} says what. A client has nothing to say but pings. */
@ServerEndpoint("/ws/me")
public class MemberSocket {
    private static final Logger LOG = System.getLogger(MemberSocket.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Lobby lobby;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private MemberNews news;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Time time;

    @SuppressWarnings("NullAway.Init")
    private Watcher watcher;

    @OnOpen
    public void open(Session session) {
        watcher = lobby.enter(session);
        news.join(watcher);
    }

    @OnMessage(maxMessageSize = FrameSize.LONGEST_MESSAGE)
    public void text(String text) {
        try (RequestId.Scope named = RequestId.enter(watcher.nextWork())) {
            lobby.read(watcher, text).ifPresent(frame -> lobby.fault(watcher, FrameError.MALFORMED));
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
        news.leave(watcher);
    }

    @OnError
    public void error(Throwable error) {
        LOG.log(Level.DEBUG, "A socket failed", error);
    }
}
