package com.neighborbid.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;

/** Brings the schema to this version before anything else runs; several nodes wait for each other (Flyway's lock). */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private PlatformConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private MigrationConfig migrations;

    @PostConstruct
    void migrate() {
        new Upgrade(
                        Flyway.configure(Migrations.class.getClassLoader())
                                .dataSource(config.databaseUrl(), config.databaseUser(), config.databasePassword())
                                .locations("classpath:db/migration")
                                .connectRetries(10),
                        migrations)
                .run();
    }
}
