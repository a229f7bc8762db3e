package com.neighborbid.platform;

/**
 * A task that a node with its role repeats for as long as it lives, on a thread of its own. {@link WorkerTasks} runs
 * every bean of this type; a turn that fails is logged and tried again after a pause.
 */
public interface WorkerTask {
    /** A name for threads and logs. */
    String name();

    /** The role that it belongs to. */
    default Role role() {
        return Role.WORKER;
    }

    /**
     * Does what there is to do.
     *
     * @return milliseconds to wait before the next turn, 0 for at once
     */
    long turn() throws InterruptedException;

    /** Called once after the last turn. */
    default void stop() {}
}
