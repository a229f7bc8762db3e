package com.neighborbid.live;

import jakarta.websocket.Session;

/** Where frames leave to one socket. None of them waits for the peer. */
interface Outlet {
    /**
     * Hands a frame to the container. Several threads may; the frames of one thread stay in order.
     *
     * @throws IllegalStateException when the socket is closed
     */
    void send(Frame frame);

    /** The fastest one that the container offers for a socket. */
    static Outlet of(Session session) {
        return TyrusOutlet.of(session)
                .orElseGet(() -> frame -> frame.texts().forEach(session.getAsyncRemote()::sendText));
    }
}
