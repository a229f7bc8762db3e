package com.neighborbid.load;

/** What a {@link RoomSocket} tells its owner, always on the loop's thread. */
public interface RoomListener {
    /** The handshake succeeded; frames may be sent. */
    void opened(RoomSocket socket);

    /** One whole text message. The bytes belong to the loop and are good for this call only. */
    void text(byte[] bytes, int from, int length);

    /**
     * The socket is gone; nothing follows.
     *
     * @param code the close code; 1006 when there was none, with the reason as seen from here ({@code HTTP 404} for a
     *     refused handshake)
     */
    void closed(int code, String reason);
}
