package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Opens the node, on any role: waits for the deployment's end, and meets every {@link Precondition}. */
@ApplicationScoped
class Opening implements WorkerTask {
    private static final Logger LOG = System.getLogger(Opening.class.getName());
    private static final long LOOK_AGAIN_MS = 50;
    private static final long DONE_MS = Duration.ofDays(1).toMillis();

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Lifecycle life;

    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    private Instance<Precondition> preconditions;

    @Override
    public String name() {
        return "opening";
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public long turn() {
        if (life.phase() != Lifecycle.Phase.STARTING) {
            return DONE_MS;
        }
        if (!life.isDeployed()) {
            return LOOK_AGAIN_MS;
        }
        for (Precondition precondition : preconditions) {
            precondition.meet();
            LOG.log(Level.INFO, "Ready: {0}", precondition.name());
        }
        life.serve();
        LOG.log(Level.INFO, "This node serves");
        return DONE_MS;
    }
}
