package com.neighborbid.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The engines' passwords: made at the first run, kept in a file that its owner alone may read. */
final class Secrets {
    private static final int BYTES = 24;

    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path dataDir) {
        file = dataDir.resolve("secrets.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new LaunchFailure("cannot read " + file + ": " + e, e);
            }
        }
    }

    /** The password of that name; letters, digits, {@code -} and {@code _} only, so it needs no quoting anywhere. */
    synchronized String of(String name) {
        if (!known.containsKey(name)) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            known.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            store();
        }
        return known.getProperty(name);
    }

    private void store() {
        try {
            StringWriter text = new StringWriter();
            known.store(text, "Made by the launcher. Lost, the data beside it cannot be opened.");
            PrivateFile.replace(file, text.toString());
        } catch (IOException e) {
            throw new LaunchFailure("cannot write " + file + ": " + e, e);
        }
    }
}
