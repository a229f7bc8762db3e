package com.neighborbid.operations;

import com.neighborbid.platform.ComponentConfig;
import com.neighborbid.platform.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Settings of the admin console.
 *
 * @param confirmMinutes how long after it showed its password an admin may use the console
 * @param historySeconds how far back the console's charts begin
 * @param consolesMost sockets of consoles on a node; beyond, a new one is refused
 * @param logMinutesMost how long a log level may be another at a time
 */
record OperationsConfig(int confirmMinutes, int historySeconds, int consolesMost, int logMinutesMost)
        implements ComponentConfig {
    long confirmMs() {
        return Duration.ofMinutes(confirmMinutes).toMillis();
    }

    static class Producer {
        @Produces
        @Singleton
        OperationsConfig config(Settings settings) {
            return new OperationsConfig(
                    settings.number("nb.admin.confirm.minutes", 60, 1, 1440),
                    settings.number("nb.admin.history.seconds", 300, 10, 3600),
                    settings.number("nb.admin.consoles", 50, 1, 1000),
                    settings.number("nb.log.level.minutes", 240, 1, 10_080));
        }
    }
}
