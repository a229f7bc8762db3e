package com.neighborbid.member;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Has the container ask {@link CallerModule} for as long as the application lives. */
@WebListener
public class CallerModuleListener implements ServletContextListener {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private CallerModule module;

    @Override
    public void contextInitialized(ServletContextEvent application) {
        AuthConfigFactory.getFactory().registerServerAuthModule(module, application.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent application) {
        AuthConfigFactory.getFactory().removeServerAuthModule(application.getServletContext());
    }
}
