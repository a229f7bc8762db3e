package com.neighborbid.notification;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of notification.
 *
 * @param publicUrl where members reach the house, with a slash at the end: links in mails begin with it
 * @param from who the mails are from
 * @param smtp the server that takes them; null: they stay on this machine
 * @param mailsKept most mails that stay there
 * @param mailsKeptFor how long one stays there
 */
record NotificationConfig(
        URI publicUrl, InternetAddress from, @Nullable SmtpServer smtp, int mailsKept, Duration mailsKeptFor)
        implements ComponentConfig {
    static class Producer {
        private static final String PUBLIC_URL = "nb.public.url";
        private static final String FROM = "nb.mail.from";
        private static final String TLS = "nb.smtp.tls";

        @Produces
        @Singleton
        NotificationConfig config(Settings settings) {
            String here = "http://localhost:" + settings.number("nb.http.port", 8080, 0, 65_535);
            return new NotificationConfig(
                    url(settings.text(PUBLIC_URL, here)),
                    address(settings.text(FROM, "NeighborBid <no-reply@neighborbid.localhost>")),
                    server(settings),
                    settings.number("nb.mail.files", 1000, 1, 1_000_000),
                    Duration.ofDays(settings.number("nb.mail.days", 30, 1, 3650)));
        }

        private static @Nullable SmtpServer server(Settings settings) {
            String host = settings.text("nb.smtp.host", "");
            SmtpServer server = new SmtpServer(
                    host,
                    settings.number("nb.smtp.port", 587, 1, 65_535),
                    settings.text("nb.smtp.user", ""),
                    settings.text("nb.smtp.password", ""),
                    settings.choice(TLS, SmtpServer.Tls.STARTTLS));
            return host.isEmpty() ? null : server;
        }

        private static URI url(String text) {
            try {
                URI url = new URI(text.endsWith("/") ? text : text + "/");
                if (("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null) {
                    return url;
                }
            } catch (java.net.URISyntaxException notAUrl) {
                throw Settings.wrong(PUBLIC_URL, text, "an http or https URL");
            }
            throw Settings.wrong(PUBLIC_URL, text, "an http or https URL");
        }

        private static InternetAddress address(String text) {
            try {
                return new InternetAddress(text, true);
            } catch (AddressException notAnAddress) {
                throw Settings.wrong(FROM, text, "one mail address, with or without a name");
            }
        }
    }
}
