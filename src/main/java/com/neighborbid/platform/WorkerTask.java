package com.neighborbid.platform;

import java.util.Set;

/**
 * A task that a node with its role repeats for as long as it lives, on a thread of its own. {@link WorkerTasks} runs
 * every bean of this type; a turn that fails is logged and tried again after a pause.
 */
public interface WorkerTask {
    /** A name for threads and logs. */
    String name();

    /** The roles that it belongs to: a node with any of them runs it. */
    default Set<Role> roles() {
        return Set.of(Role.WORKER);
    }

    /**
     * Does what there is to do.
     *
     * @return milliseconds to wait before the next turn, 0 for at once
     */
    long turn() throws InterruptedException;

    /** Asks a turn that waits for something else than a thread's interrupt to come to its end. */
    default void interrupt() {}

    /** Called once after the last turn. */
    default void stop() {}
}
