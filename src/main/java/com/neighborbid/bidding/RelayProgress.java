package com.neighborbid.bidding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the relay has sent each partition's outbox and how far that is recorded. What stands still is sent again, each
 * partition for itself, after a wait that doubles while it is in vain. Times are milliseconds of a steady clock.
 */
final class RelayProgress {
    /** For how long nothing of a partition may move before what is out is sent again. */
    static final long STILL_MS = 2000;

    static final long STILL_MS_MOST = 16_000;

    private final Map<Integer, Partition> partitions = new TreeMap<>();

    private static final class Partition {
        private StreamPosition sent = StreamPosition.START;
        private StreamPosition recorded = StreamPosition.START;
        private long movedAt;
        private long stillMs = STILL_MS;

        private boolean isOut() {
            return sent.compareTo(recorded) > 0;
        }
    }

    /** Nothing is sent but what is recorded. */
    void startOver(Map<Integer, StreamPosition> recorded) {
        partitions.clear();
        recorded.forEach((number, position) -> {
            Partition partition = partition(number);
            partition.recorded = position;
            partition.sent = position;
        });
    }

    StreamPosition sent(int number) {
        return partition(number).sent;
    }

    StreamPosition recorded(int number) {
        return partition(number).recorded;
    }

    /** A partition's outbox was sent up to here. */
    void sent(int number, StreamPosition position, long now) {
        Partition partition = partition(number);
        if (!partition.isOut()) {
            partition.movedAt = now;
        }
        partition.sent = position;
    }

    /** A partition is to be sent again from what is recorded. */
    void again(int number) {
        Partition partition = partition(number);
        partition.sent = partition.recorded;
    }

    /**
     * Whether more of a partition may be sent. Not while it was sent again twice in vain: what follows would be in vain
     * too.
     */
    boolean mayGoOn(int number) {
        Partition partition = partition(number);
        return partition.stillMs <= 2 * STILL_MS || !partition.isOut();
    }

    /** Takes the watermarks as they are now, and answers the partitions whose own moved. One that fell is sent again. */
    List<Integer> follow(Map<Integer, StreamPosition> recorded, long now) {
        recorded.keySet().forEach(this::partition);
        List<Integer> moved = new ArrayList<>();
        partitions.forEach((number, partition) -> {
            StreamPosition position = recorded.getOrDefault(number, StreamPosition.START);
            int way = position.compareTo(partition.recorded);
            if (way != 0) {
                partition.recorded = position;
                partition.movedAt = now;
                partition.stillMs = STILL_MS;
                moved.add(number);
            }
            if (way < 0) {
                partition.sent = position;
            }
        });
        return moved;
    }

    /** Has every partition that stands still sent again, and answers which. */
    List<Integer> sendStillAgain(long now) {
        List<Integer> still = new ArrayList<>();
        partitions.forEach((number, partition) -> {
            if (partition.isOut() && now > partition.movedAt + partition.stillMs) {
                partition.sent = partition.recorded;
                partition.movedAt = now;
                partition.stillMs = Math.min(2 * partition.stillMs, STILL_MS_MOST);
                still.add(number);
            }
        });
        return still;
    }

    private Partition partition(int number) {
        return partitions.computeIfAbsent(number, any -> new Partition());
    }
}
