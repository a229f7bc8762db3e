package com.neighborbid.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** The catch-all of a house without SMTP: each mail is a file in a folder, to be opened with any mail program. */
final class FolderRoute implements MailRoute {
    private final InternetAddress from;
    private final Path folder;
    private final Session session = Session.getInstance(new Properties());

    FolderRoute(InternetAddress from, Path folder) {
        this.from = from;
        this.folder = folder;
    }

    @Override
    public void send(Mail mail) throws MessagingException {
        MailMessage message = new MailMessage(session, from, mail);
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, mail.id(), ".part");
            try (OutputStream file = Files.newOutputStream(unfinished)) {
                message.writeTo(file);
            }
            Files.move(unfinished, folder.resolve(mail.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MessagingException("The mail could not be written to " + folder, e);
        }
    }
}
