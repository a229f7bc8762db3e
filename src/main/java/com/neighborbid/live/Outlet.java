package com.neighborbid.live;

import jakarta.websocket.CloseReason;

/** Where frames leave to one socket. None of its methods waits for the peer, and several threads may call them. */
interface Outlet {
    /**
     * Hands a frame over. The frames of one thread stay in order.
     *
     * @throws IllegalStateException when the socket is closed
     */
    void send(Frame frame);

    /**
     * Asks for a sign of life.
     *
     * @param data that comes back with it, at most 125 bytes
     * @throws IllegalStateException when the socket is closed
     */
    void ping(byte[] data);

    /** Closes the socket, after what was handed over before. */
    void close(CloseReason reason);
}
