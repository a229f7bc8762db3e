package com.neighborbid.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/** A client does not keep to RFC 6455: its socket is closed with the code that the RFC has for it. */
final class BrokenWireException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CloseReason reason;

    BrokenWireException(CloseCodes code, String what) {
        super(what, null, false, false);
        this.reason = new CloseReason(code, what);
    }

    /** What to close the socket with. */
    CloseReason reason() {
        return reason;
    }
}
