package com.neighborbid.notification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MailRouteTest {
    private static final Mail MAIL = new Mail(
            "0abcdefghjkmn", "mina@example.com", "판매되었습니다: 자전거", "안녕하세요.\n.\n자전거가 팔렸습니다.\n", 1_790_000_000_000L);

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("house@example.com", "house", "secret"));

    @TempDir
    Path folder;

    @Test
    void sendsOverSmtp() throws Exception {
        smtp("", "").send(MAIL);

        check(SERVER.getReceivedMessages()[0]);
    }

    @Test
    void signsInWhereThereIsAUser() throws Exception {
        smtp("house", "secret").send(MAIL);
        assertEquals(1, SERVER.getReceivedMessages().length);

        assertThrows(MessagingException.class, () -> smtp("house", "wrong").send(MAIL));
        assertEquals(1, SERVER.getReceivedMessages().length);
    }

    @Test
    void sendsNothingInTheClearWhenTlsIsAskedFor() {
        SmtpServer demanding = new SmtpServer("127.0.0.1", SERVER.getSmtp().getPort(), "", "", SmtpServer.Tls.STARTTLS);

        assertThrows(MessagingException.class, () -> new SmtpRoute(NotificationFixture.from(), demanding).send(MAIL));
        assertEquals(0, SERVER.getReceivedMessages().length);
    }

    @Test
    void failsWhenNobodyListens() {
        SmtpServer nobody = new SmtpServer("127.0.0.1", 1, "", "", SmtpServer.Tls.OFF);

        assertThrows(MessagingException.class, () -> new SmtpRoute(NotificationFixture.from(), nobody).send(MAIL));
    }

    @Test
    void keepsAMailAsAFileWhereThereIsNoServer() throws Exception {
        FolderRoute route = new FolderRoute(NotificationFixture.from(), folder.resolve("mail"));

        route.send(MAIL);
        route.send(MAIL);

        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            assertArrayEquals(
                    new Object[] {"0abcdefghjkmn.eml"},
                    files.map(file -> file.getFileName().toString()).toArray());
        }
        check(read(folder.resolve("mail/0abcdefghjkmn.eml")));
    }

    @Test
    void keepsHeadersApartWhateverTheSubjectSays() throws Exception {
        Mail evil = new Mail("0abcdefghjkmn", "mina@example.com", "x\r\nBcc: all@example.com\r\n\r\nhi", "", 0);

        new FolderRoute(NotificationFixture.from(), folder).send(evil);

        MimeMessage message = read(folder.resolve("0abcdefghjkmn.eml"));
        assertNull(message.getHeader("Bcc"));
        assertEquals("", message.getContent().toString());
    }

    @Test
    void refusesMoreThanOneAddress() {
        for (String address :
                new String[] {"a@example.com, b@example.com", "a@example.com\r\nBcc: b@example.com", "no address"}) {
            Mail mail = new Mail("0abcdefghjkmn", address, "x", "", 0);
            assertThrows(
                    MessagingException.class,
                    () -> new MailMessage(Session.getInstance(new Properties()), NotificationFixture.from(), mail),
                    address);
        }
    }

    private static SmtpRoute smtp(String user, String password) {
        return new SmtpRoute(
                NotificationFixture.from(),
                new SmtpServer("127.0.0.1", SERVER.getSmtp().getPort(), user, password, SmtpServer.Tls.OFF));
    }

    private static MimeMessage read(Path file) throws IOException, MessagingException {
        try (InputStream content = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), content);
        }
    }

    private static void check(MimeMessage message) throws IOException, MessagingException {
        assertEquals("<0abcdefghjkmn@neighbours.example>", message.getMessageID());
        assertEquals("판매되었습니다: 자전거", message.getSubject());
        assertEquals("mina@example.com", message.getAllRecipients()[0].toString());
        assertEquals("NeighborBid <no-reply@neighbours.example>", message.getFrom()[0].toString());
        assertEquals(new Date(1_790_000_000_000L), message.getSentDate());
        assertTrue(message.isMimeType("text/plain"));
        assertEquals("안녕하세요.\n.\n자전거가 팔렸습니다.\n", message.getContent().toString().replace("\r\n", "\n"));
    }
}
