package com.neighborbid.bidding;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Up to where each partition's outbox is recorded, while a batch is: a watermark passes an entry only when everything
 * before it is recorded. What a partition lacks holds up that partition alone; the relay sends it again from the
 * watermark on.
 */
final class Watermarks {
    private static final Logger LOG = System.getLogger(Watermarks.class.getName());

    private final Map<Integer, StreamPosition> before;
    private final Map<Integer, StreamPosition> passed = new TreeMap<>();
    /** Partitions that stopped, and why. */
    private final Map<Integer, String> stopped = new TreeMap<>();

    /** @param recorded the watermarks that PostgreSQL has now */
    Watermarks(Map<Integer, StreamPosition> recorded) {
        this.before = new HashMap<>(recorded);
    }

    /** Whether nothing is missing before an entry; it may have been recorded already. */
    boolean reach(RelayedBatch.Entry entry) {
        if (stopped.containsKey(entry.partition())) {
            return false;
        }
        if (entry.before().compareTo(at(entry.partition())) > 0) {
            stop(entry, "the entries before " + entry.position() + " are missing");
            return false;
        }
        return true;
    }

    /** An entry is recorded. */
    void pass(RelayedBatch.Entry entry) {
        if (entry.position().compareTo(at(entry.partition())) > 0) {
            passed.put(entry.partition(), entry.position());
        }
    }

    /** An entry cannot be recorded; nothing after it in its partition is either. */
    void stop(RelayedBatch.Entry entry, String why) {
        stopped.put(entry.partition(), why);
    }

    /** The watermarks that rose. */
    Map<Integer, StreamPosition> risen() {
        return passed;
    }

    /** One line, however many stopped: after a loss all of them may. */
    void report() {
        stopped.entrySet().stream()
                .findFirst()
                .ifPresent(first -> LOG.log(
                        Level.WARNING,
                        "Partitions {0} wait for the relay: in {1}, {2}",
                        stopped.keySet(),
                        first.getKey(),
                        first.getValue()));
    }

    private StreamPosition at(int partition) {
        return passed.getOrDefault(partition, before.getOrDefault(partition, StreamPosition.START));
    }
}
