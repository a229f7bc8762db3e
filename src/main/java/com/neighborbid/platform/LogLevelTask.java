package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Has this node's loggers follow the {@link LogLevels}, within two seconds. */
@ApplicationScoped
class LogLevelTask implements WorkerTask {
    private static final Logger LOG = System.getLogger(LogLevelTask.class.getName());
    private static final long PAUSE_MS = 2000;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LogLevels levels;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PlatformConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    private final LoggerSwitch loggers = new LoggerSwitch();
    private List<LogLevels.Wish> known = List.of();

    @Override
    public String name() {
        return "log-levels";
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.allOf(Role.class);
    }

    @Override
    public long turn() {
        try {
            known = levels.all();
        } catch (UnavailableException e) {
            // What was wished before still ends in time.
            LOG.log(Logger.Level.DEBUG, "The wished log levels are not known: {0}", e.getMessage());
        }
        long now = time.now();
        List<String> changed = loggers.follow(known.stream()
                .filter(wish -> wish.isFor(config.node()) && wish.until() > now)
                .toList());
        changed.forEach(change -> LOG.log(Logger.Level.INFO, "Log level: {0}", change));
        return PAUSE_MS;
    }

    @Override
    public void stop() {
        loggers.follow(List.of());
    }
}
