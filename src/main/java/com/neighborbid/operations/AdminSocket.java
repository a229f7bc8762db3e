package com.neighborbid.operations;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The live figures for an admin's console: what the charts begin with, then one frame a second. That the caller is an
 * admin was settled at the handshake.
 */
@ServerEndpoint("/ws/admin")
public class AdminSocket {
    private static final Logger LOG = System.getLogger(AdminSocket.class.getName());
    private static final int LONGEST_MESSAGE = 1024;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Consoles consoles;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Figures figures;

    @OnOpen
    public void open(Session session) {
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        consoles.join(session, figures.withHistory().toString());
    }

    /** A console has nothing to say; what it sends keeps the line alive. */
    @OnMessage(maxMessageSize = LONGEST_MESSAGE)
    public void text(String text) {
        LOG.log(Level.DEBUG, "A console said {0} characters", text.length());
    }

    @OnClose
    public void close(Session session) {
        consoles.leave(session);
    }

    @OnError
    public void error(Throwable error) {
        LOG.log(Level.DEBUG, "A console's socket failed", error);
    }
}
