package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes every component's settings at start, so that a wrong one stops the deployment and not a call at night. */
@ApplicationScoped
class ConfigCheck {
    private static final Logger LOG = System.getLogger(ConfigCheck.class.getName());

    void check(@Observes @Initialized(ApplicationScoped.class) Object started, @Any Instance<ComponentConfig> configs) {
        for (ComponentConfig config : configs) {
            LOG.log(Level.INFO, "Settings: {0}", config.getClass().getSimpleName());
        }
    }
}
