package com.neighborbid.live;

import java.nio.ByteBuffer;

/** Whoever a socket belongs to. The methods are called one after another and must not block. */
interface SocketOwner {
    /** A text has come. */
    void text(String text);

    /** A binary message has come. */
    void binary();

    /** A sign of life has come, with the bytes that were asked for. */
    void pong(ByteBuffer data);

    /** The socket is gone; nothing follows. */
    void close();
}
