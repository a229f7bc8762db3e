package com.neighborbid.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Puts the {@link Departure} before the server's own end. It hears SIGTERM itself: a shutdown hook would run beside
 * Payara's, which takes the WAR away while the listener still answers, with 404. An end by other ways (undeployment,
 * asadmin) is noticed when the application ends, and then only sockets can be let go of.
 */
@ApplicationScoped
class EndSignal {
    private static final Logger LOG = System.getLogger(EndSignal.class.getName());
    private static final Signal TERM = new Signal("TERM");

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Departure departure;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedThreadFactory threads;

    private @Nullable SignalHandler before;

    void listen(@Observes @Initialized(ApplicationScoped.class) Object application) {
        try {
            before = Signal.handle(TERM, this::heard);
        } catch (IllegalArgumentException taken) {
            LOG.log(Level.WARNING, "SIGTERM belongs to the JVM (-Xrs): calls will be cut off: {0}", taken.getMessage());
        }
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        if (before != null) {
            Signal.handle(TERM, before);
        }
        if (!departure.isBegun()) {
            departure.leaveAtOnce();
        }
    }

    /** The signal's own thread is none of the container's. */
    private void heard(Signal signal) {
        threads.newThread(() -> leave(signal)).start();
    }

    private void leave(Signal signal) {
        try {
            departure.leave();
        } finally {
            SignalHandler server = before;
            if (server != null) {
                server.handle(signal);
            }
        }
    }
}
