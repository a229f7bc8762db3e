package com.neighborbid.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

/** The way out by the standard calls of a session, which hold for every container. */
final class SessionOutlet implements Outlet {
    private static final Logger LOG = System.getLogger(SessionOutlet.class.getName());

    private final Session session;
    private final Executor closer;

    private SessionOutlet(Session session, Executor closer) {
        this.session = session;
        this.closer = closer;
    }

    /**
     * The fastest way that the container offers for a session.
     *
     * @param closer where a session is closed, which may take its time
     */
    static Outlet of(Session session, Executor closer) {
        Outlet standard = new SessionOutlet(session, closer);
        return TyrusOutlet.of(session, standard).orElse(standard);
    }

    @Override
    public void send(Frame frame) {
        frame.texts().forEach(session.getAsyncRemote()::sendText);
    }

    @Override
    public void ping(byte[] data) {
        try {
            session.getBasicRemote().sendPing(ByteBuffer.wrap(data));
        } catch (IOException e) {
            throw new IllegalStateException("the socket is closed", e);
        }
    }

    @Override
    public void close(CloseReason reason) {
        closer.execute(() -> {
            try {
                session.close(reason);
            } catch (IOException | IllegalStateException gone) {
                LOG.log(Level.DEBUG, "A socket went while it was closed", gone);
            }
        });
    }
}
