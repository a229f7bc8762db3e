package com.neighborbid.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;

/** Mails by SMTP, a connection for each. A server that does not answer costs some seconds and an attempt. */
final class SmtpRoute implements MailRoute {
    private static final String CONNECT_WITHIN_MS = "5000";
    private static final String ANSWER_WITHIN_MS = "15000";

    private final InternetAddress from;
    private final SmtpServer server;
    private final Session session;

    SmtpRoute(InternetAddress from, SmtpServer server) {
        this.from = from;
        this.server = server;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_WITHIN_MS);
        properties.setProperty("mail.smtp.timeout", ANSWER_WITHIN_MS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_WITHIN_MS);
        // Once the mail is taken, the server's farewell must not turn it into a failure.
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.tls() == SmtpServer.Tls.ON));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        String starttls = Boolean.toString(server.tls() == SmtpServer.Tls.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", starttls);
        properties.setProperty("mail.smtp.starttls.required", starttls);
        session = Session.getInstance(properties);
    }

    @Override
    public void send(Mail mail) throws MessagingException {
        MailMessage message = new MailMessage(session, from, mail);
        try (Transport transport = session.getTransport("smtp")) {
            boolean named = !server.user().isEmpty();
            transport.connect(
                    server.host(), server.port(), named ? server.user() : null, named ? server.password() : null);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }
}
