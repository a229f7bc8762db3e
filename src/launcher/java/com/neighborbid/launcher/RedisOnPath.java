package com.neighborbid.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The machine's own {@code redis-server}, if it is new enough for function libraries (7). */
final class RedisOnPath {
    private static final int OLDEST = 7;
    private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.");

    private RedisOnPath() {}

    static Optional<String> find() throws LaunchFailure {
        String name = "redis-server";
        try {
            Process process = new ProcessBuilder(name, "--version")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return newEnough(answer) ? Optional.of(name) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    static boolean newEnough(String versionLine) {
        Matcher matcher = VERSION.matcher(versionLine);
        return matcher.find() && Integer.parseInt(matcher.group(1)) >= OLDEST;
    }
}
