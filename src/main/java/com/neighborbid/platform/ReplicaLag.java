package com.neighborbid.platform;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far a replica is behind, by this node's own clock: since when the main one has had something that the replica has
 * not. So a replica that is cut off falls behind as soon as there is anything new, and a quiet night is no lag. Positions
 * are bytes of the log since its beginning.
 */
final class ReplicaLag {
    private static final int KEPT = 3600;

    private final Deque<Sample> ahead = new ArrayDeque<>();

    private record Sample(long position, long at) {}

    /**
     * Takes where both are now.
     *
     * @param main where the main one's log ends
     * @param replica up to where the replica shows it
     * @return milliseconds, 0 when nothing is missing
     */
    long take(long main, long replica, long now) {
        boolean isNews = ahead.isEmpty() || ahead.getLast().position() < main;
        // The first one missing says the lag; where there are so many, later ones say nothing more.
        if (isNews && ahead.size() < KEPT) {
            ahead.addLast(new Sample(main, now));
        }
        while (!ahead.isEmpty() && ahead.getFirst().position() <= replica) {
            ahead.removeFirst();
        }
        return ahead.isEmpty() ? 0 : now - ahead.getFirst().at();
    }
}
