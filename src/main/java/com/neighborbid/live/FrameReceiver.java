package com.neighborbid.live;

/** Whoever is sent frames. */
interface FrameReceiver {
    /** Sends a frame that many may get; never waits. */
    void send(Frame frame);
}
