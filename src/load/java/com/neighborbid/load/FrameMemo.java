package com.neighborbid.load;

import org.jspecify.annotations.Nullable;

/**
 * The last bid frames of one room, taken apart once. Five hundred watchers on one machine get five hundred copies of
 * the same bytes; each copy is compared byte by byte, but only the first is parsed, so that the load program does not
 * eat the processor that it measures. Loop thread only.
 */
public final class FrameMemo {
    private static final int KEPT = 64;

    private final @Nullable BidFrame[] frames = new BidFrame[KEPT];
    private long made;

    /** The frame with this number if it is this one, else null. */
    @Nullable
    BidFrame same(long number, byte[] bytes, int from, int length) {
        BidFrame frame = number < made && number >= made - KEPT ? frames[(int) (number % KEPT)] : null;
        return frame != null && frame.is(bytes, from, length) ? frame : null;
    }

    /** The number under which this frame is kept, now or already. */
    long keep(BidFrame frame) {
        for (long number = made - 1; number >= Math.max(0, made - KEPT); number--) {
            BidFrame kept = frames[(int) (number % KEPT)];
            if (kept != null && kept.lastSeq() == frame.lastSeq() && kept.is(frame.raw(), 0, frame.raw().length)) {
                return number;
            }
        }
        frames[(int) (made % KEPT)] = frame;
        return made++;
    }
}
