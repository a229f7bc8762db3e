package com.neighborbid.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A {@link Mail} in the form of RFC 5322, ready to leave. Its Message-ID is made of the notification's id. */
final class MailMessage extends MimeMessage {
    private static final String SUBJECT = "Subject";

    private final String messageId;

    /** @throws MessagingException for an address that is not exactly one */
    MailMessage(Session session, InternetAddress from, Mail mail) throws MessagingException {
        super(session);
        String address = from.getAddress();
        messageId = "<" + mail.id() + "@" + address.substring(address.indexOf('@') + 1) + ">";
        setFrom(from);
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        setHeader(SUBJECT, MimeUtility.fold(SUBJECT.length() + 2, EncodedSubject.of(mail.subject())));
        setSentDate(new Date(mail.at()));
        // Out-of-office answers would only come back to a house that does not read them.
        setHeader("Auto-Submitted", "auto-generated");
        setText(mail.body(), StandardCharsets.UTF_8.name());
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
