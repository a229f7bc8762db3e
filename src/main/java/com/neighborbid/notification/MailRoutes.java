package com.neighborbid.notification;

import com.neighborbid.platform.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;

/** Chooses the route: SMTP where a host is set, otherwise a folder that catches all. */
class MailRoutes {
    @Produces
    @ApplicationScoped
    MailRoute route(NotificationConfig config, PlatformConfig platform) {
        SmtpServer server = config.smtp();
        return server == null ? new FolderRoute(config.from(), folder(platform)) : new SmtpRoute(config.from(), server);
    }

    /** Where mails are kept in a house without SMTP. */
    static Path folder(PlatformConfig platform) {
        return platform.dataDir().resolve("mail");
    }
}
