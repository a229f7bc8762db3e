package com.neighborbid.live;

import com.neighborbid.platform.Ids;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A room's socket as the container serves it: where its connection is not one that {@link Lines} can take. What happens
 * to it is the same, and told by {@link Visit}.
 */
@ServerEndpoint("/ws/auctions/{auction}")
public class AuctionSocket {
    private static final Logger LOG = System.getLogger(AuctionSocket.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Visits visits;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Lanes lanes;

    @SuppressWarnings("NullAway.Init")
    private Visit visit;

    @OnOpen
    public void open(Session session, @PathParam("auction") String id) {
        session.setMaxTextMessageBufferSize(FrameSize.LONGEST_MESSAGE);
        session.setMaxBinaryMessageBufferSize(FrameSize.LONGEST_MESSAGE);
        Outlet outlet = SessionOutlet.of(session, lanes.closers());
        long auction = Ids.parse(id).orElseThrow();
        visit = visits.begin(auction, session.getUserPrincipal(), session.getRequestParameterMap(), outlet);
        visit.enter();
    }

    @OnMessage(maxMessageSize = FrameSize.LONGEST_MESSAGE)
    public void text(String text) {
        visit.text(text);
    }

    @OnMessage(maxMessageSize = FrameSize.LONGEST_MESSAGE)
    public void binary(byte[] data) {
        visit.binary();
    }

    @OnMessage
    public void pong(PongMessage pong) {
        visit.pong(pong.getApplicationData());
    }

    @OnClose
    public void close() {
        visit.close();
    }

    @OnError
    public void error(Throwable error) {
        LOG.log(Level.DEBUG, "A socket failed", error);
    }
}
