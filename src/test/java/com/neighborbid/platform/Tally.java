package com.neighborbid.platform;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@link TallyWorker} received, in memory: counting it costs nothing beside the way that is measured. */
final class Tally {
    static final AtomicInteger NOTICES = new AtomicInteger();
    /** For each settlement, how many notices had come before it. */
    static final List<Integer> NOTICES_BEFORE_A_SETTLEMENT = new CopyOnWriteArrayList<>();

    private Tally() {}
}
