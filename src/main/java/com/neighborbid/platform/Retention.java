package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Forgets what the platform remembered long enough; each call is a short transaction that removes some. */
@ApplicationScoped
class Retention {
    private static final int MOST = 5000;

    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OutboxConfig config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** Forgets old messages' ids. Answers whether there may be more. */
    @Transactional
    boolean trimInbox() {
        return trim(
                "DELETE FROM inbox WHERE ctid = ANY(ARRAY(SELECT ctid FROM inbox WHERE at < ?1 LIMIT ?2))",
                config.inboxKept().toMillis());
    }

    /** Forgets old idempotency keys with their answers. Answers whether there may be more. */
    @Transactional
    boolean trimKeys() {
        return trim(
                "DELETE FROM idempotency WHERE ctid = ANY(ARRAY(SELECT ctid FROM idempotency WHERE at < ?1 LIMIT ?2))",
                config.keysKept().toMillis());
    }

    private boolean trim(String delete, long keptMs) {
        return entities.createNativeQuery(delete)
                        .setParameter(1, time.now() - keptMs)
                        .setParameter(2, MOST)
                        .executeUpdate()
                == MOST;
    }
}
