package com.neighborbid.launcher;

import java.util.Map;

/** Something that the house runs as a process. It can be started again after its process ended, on the same port. */
interface Engine {
    Part part();

    /** What others need to reach it, as environment variables. */
    Map<String, String> environment();

    /**
     * Starts the process and returns once it can be used.
     *
     * @throws LaunchFailure when it does not come up
     */
    Child start() throws InterruptedException;
}
