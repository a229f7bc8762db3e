package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Where the log of the main PostgreSQL ends. */
@ApplicationScoped
class LogPosition {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /** In bytes since its beginning. */
    @Transactional
    long now() {
        return ((Number) entities.createNativeQuery("SELECT CAST(pg_current_wal_lsn() - '0/0' AS bigint)")
                        .getSingleResult())
                .longValue();
    }
}
