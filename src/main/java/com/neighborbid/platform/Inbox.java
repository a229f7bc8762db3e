package com.neighborbid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Remembers which messages had their effect, in the transaction of that effect. */
@ApplicationScoped
public class Inbox {
    @PersistenceContext
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Time time;

    /** True the first time that this receiver sees the message; a concurrent second waits for the first to end. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isNew(String receiver, String messageId) {
        return entities.createNativeQuery(
                                "INSERT INTO inbox (receiver, message_id, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                        .setParameter(1, receiver)
                        .setParameter(2, messageId)
                        .setParameter(3, time.now())
                        .executeUpdate()
                == 1;
    }
}
