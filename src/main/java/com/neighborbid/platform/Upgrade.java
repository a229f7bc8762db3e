package com.neighborbid.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Brings a schema to the newest version while an older version of the house works on it. A statement that waits for a lock
 * makes everybody wait behind it; so it gives up soon, and the whole migration is tried again a little later.
 */
final class Upgrade {
    private static final Logger LOG = System.getLogger(Upgrade.class.getName());
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Flyway flyway;
    private final MigrationConfig config;

    /** @param migrations where they are, and the database to bring forward */
    Upgrade(FluentConfiguration migrations, MigrationConfig config) {
        this.config = config;
        this.flyway = migrations
                .initSql("SET lock_timeout = " + config.lockMs())
                // Else Flyway's own transaction, which sees that one node migrates at a time, is one that an index
                // that is built concurrently waits for, for ever.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    /** @throws FlywayException when a migration fails, or does not get its lock in all its attempts */
    void run() {
        for (int attempt = 1; ; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (attempt == config.attempts() || !isForWantOfALock(e)) {
                    throw e;
                }
                LOG.log(Level.WARNING, "A migration did not get its lock and is tried again: {0}", e.getMessage());
                pause(e);
            }
        }
    }

    private void pause(FlywayException failure) {
        try {
            TimeUnit.MILLISECONDS.sleep(config.pauseMs());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static boolean isForWantOfALock(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
