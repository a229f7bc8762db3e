package com.neighborbid.notification;

import com.neighborbid.platform.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Chooses the route: SMTP where a host is set, otherwise a folder that catches all. */
class MailRoutes {
    @Produces
    @ApplicationScoped
    MailRoute route(NotificationConfig config, PlatformConfig platform) {
        SmtpServer server = config.smtp();
        return server == null
                ? new FolderRoute(config.from(), platform.dataDir().resolve("mail"))
                : new SmtpRoute(config.from(), server);
    }
}
