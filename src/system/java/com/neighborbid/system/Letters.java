package com.neighborbid.system;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The mails that the houses of these tests wrote into their folders. */
final class Letters {
    private static final Path HOUSES = Path.of("target", "houses");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Letters() {}

    /** The text of a mail to this address with these words in it; waits for it. */
    static String to(String address, String words) {
        Eventually.holds(PATIENCE, () -> find(address, words).isPresent(), "no mail with: " + words);
        return find(address, words).orElseThrow();
    }

    private static Optional<String> find(String address, String words) {
        try (Stream<Path> files =
                Files.find(HOUSES, 5, (file, known) -> file.toString().endsWith(".eml"))) {
            return files.flatMap(file -> read(file, address).stream())
                    .filter(text -> text.contains(words))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> read(Path file, String address) {
        try (InputStream content = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), content);
            List<String> to =
                    Stream.of(mail.getAllRecipients()).map(Object::toString).toList();
            return to.contains(address) ? Optional.of(mail.getContent().toString()) : Optional.empty();
        } catch (NoSuchFileException swept) {
            return Optional.empty();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("Not a mail: " + file, e);
        }
    }
}
