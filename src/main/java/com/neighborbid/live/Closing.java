package com.neighborbid.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/** Why the server closes a socket; the code tells the client what to do. */
final class Closing {
    /** The server goes away: come back, with jitter. */
    static final CloseReason GOING_AWAY = new CloseReason(CloseCodes.GOING_AWAY, "server going away");
    /** The session is over, or the abuse went on: do not come back. */
    static final CloseReason SESSION_ENDED = new CloseReason(CloseCodes.VIOLATED_POLICY, "session ended");

    static final CloseReason ABUSE = new CloseReason(CloseCodes.VIOLATED_POLICY, "too many faulty frames");
    /** It read too slowly: come back and resume. */
    static final CloseReason TOO_SLOW = new CloseReason(CloseCodes.getCloseCode(4008), "too slow a reader");
    /** The room could not be opened: try again later. */
    static final CloseReason TRY_LATER = new CloseReason(CloseCodes.TRY_AGAIN_LATER, "try again later");

    private Closing() {}
}
