package com.neighborbid.faults;

import java.util.List;

/** What the harness gives the recorder as events of an older epoch. */
public final class LateBatch {
    private LateBatch() {}

    /** Of an auction with this id and this epoch before, whose last event is the tenth. */
    public static String text(long auction, long epoch) {
        return MessageFaults.batch(new Books.Row(List.of(
                Long.toString(auction), Long.toString(epoch), "10", "1", "7", "5000", "1000", "3", "1795000000000")));
    }
}
