package com.neighborbid.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The watchers of a room, and the frames that are on their way to them. A frame goes to those who were there when it was
 * shown, some hundreds at a time, so that a room of thousands does not hold up the others on its lane; whoever comes in
 * between has it in its welcome. Frames reach each watcher in the order in which they were shown.
 */
final class Audience {
    private static final Watcher[] NOBODY = {};

    private final int portion;
    private final Set<Watcher> watchers = new LinkedHashSet<>();
    private final Deque<Showing> showings = new ArrayDeque<>();
    private Watcher @Nullable [] present = NOBODY;

    /** @param portion how many get a frame in one go */
    Audience(int portion) {
        this.portion = portion;
    }

    void add(Watcher watcher) {
        watchers.add(watcher);
        present = null;
    }

    void remove(Watcher watcher) {
        watchers.remove(watcher);
        present = null;
    }

    int size() {
        return watchers.size();
    }

    /** Sends a frame to everybody: at once as far as one go reaches, the rest by {@link #goOn}. */
    void show(Frame frame) {
        Watcher[] all = present;
        if (all == null) {
            all = watchers.toArray(NOBODY);
            present = all;
        }
        if (all.length > 0) {
            showings.add(new Showing(frame, all));
            if (showings.size() == 1) {
                goOn();
            }
        }
    }

    /** Whether somebody has still to get something. */
    boolean isShowing() {
        return !showings.isEmpty();
    }

    /** Sends to some more. */
    void goOn() {
        Showing first = showings.peek();
        if (first != null && first.goOn(portion)) {
            showings.remove();
        }
    }

    private static final class Showing {
        private final Frame frame;
        private final Watcher[] all;
        private int reached;

        Showing(Frame frame, Watcher[] all) {
            this.frame = frame;
            this.all = all;
        }

        /** True when everybody has it. */
        boolean goOn(int most) {
            int end = Math.min(all.length, reached + most);
            while (reached < end) {
                all[reached++].send(frame);
            }
            return reached == all.length;
        }
    }
}
