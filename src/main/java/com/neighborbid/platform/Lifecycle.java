package com.neighborbid.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * How far this node is in its life. It starts; it serves when all that was deployed is there and every
 * {@link Precondition} was met; it stops when the application is about to end, and never serves again.
 */
@ApplicationScoped
public class Lifecycle {
    /** The parts of a life, in order. */
    public enum Phase {
        STARTING,
        SERVING,
        STOPPING
    }

    private boolean deployed;
    private volatile Phase phase = Phase.STARTING;

    /** Where the node is now. */
    public Phase phase() {
        return phase;
    }

    /** Everything in the application is made. */
    synchronized void deployed() {
        deployed = true;
    }

    synchronized boolean isDeployed() {
        return deployed;
    }

    /** From now on the node serves, unless it is about to stop. */
    synchronized void serve() {
        if (phase == Phase.STARTING) {
            phase = Phase.SERVING;
        }
    }

    /** Before the tasks and sockets end, so that nobody is sent here any more. */
    synchronized void stop(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @BeforeDestroyed(ApplicationScoped.class)
                    Object application) {
        phase = Phase.STOPPING;
    }
}
