package com.neighborbid.live;

/** What is wrong with a frame that is no bid, or with a socket's pace. */
enum FrameError {
    MALFORMED,
    TOO_LARGE,
    RATE_LIMITED,
    UNAUTHENTICATED
}
